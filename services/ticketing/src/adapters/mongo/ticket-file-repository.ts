import { findPage, inSession } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import type { ClientSession, Connection } from 'mongoose';
import type { TicketFileRepository } from '../../use-cases/ports.ts';
import { ticketFileOf } from './ticket-file-document.ts';
import type { TicketFileDocument } from './ticket-file-document.ts';

export function ticketFileRepository(connection: Connection, session: ClientSession | undefined): TicketFileRepository {
  const files = connection.model<TicketFileDocument>('TicketFile');
  return {
    async add(added) {
      if (added.length === 0) return;
      await files.insertMany(added.map(({ id, ...file }) => ({ _id: id, ...file })), inSession(session));
    },
    async replace(ticketId, fields, at) {
      await files.updateMany({ ticketId, field: { $in: [...fields] }, replacedAt: null }, { $set: { replacedAt: at } }, inSession(session));
    },
    async submitted(ticketId) {
      const found = await files
        .find({ ticketId, replacedAt: null, sentBy: 'REQUESTER' }, null, inSession(session))
        .sort({ position: 1 })
        .lean<TicketFileDocument[]>();
      return found.map(ticketFileOf);
    },
    count: (ticketId) => files.countDocuments({ ticketId }, inSession(session)),
    async page(ticketId, { currentOnly, withPrivate }, page) {
      const filter = { ticketId, ...(currentOnly ? { replacedAt: null } : {}), ...(withPrivate ? {} : { private: false }) };
      return mapPage(await findPage(files, filter, [['position', 1]], page, session), ticketFileOf);
    },
  };
}
