import { findPage, inSession } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import type { ClientSession, Connection } from 'mongoose';
import type { EntryRepository } from '../../use-cases/ports.ts';
import { entryOf } from './entry-document.ts';
import type { EntryDocument } from './entry-document.ts';

/** The history: rows are added, never changed. */
export function entryRepository(connection: Connection, session: ClientSession | undefined): EntryRepository {
  const entries = connection.model<EntryDocument>('TicketEntry');
  return {
    async add({ id, ...entry }) {
      await entries.create([{ _id: id, ...entry }], inSession(session));
    },
    async page(ticketId, { withPrivate }, page) {
      const filter = { ticketId, ...(withPrivate ? {} : { private: false }) };
      return mapPage(await findPage(entries, filter, [['position', 1]], page, session), entryOf);
    },
  };
}
