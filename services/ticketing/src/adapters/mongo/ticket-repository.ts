import { platformErrors } from '@guiche/kit/errors';
import { findPage, inSession, isDuplicateKey } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import type { ClientSession, Connection } from 'mongoose';
import { errors } from '../../domain/errors.ts';
import type { OwnSearch, QueueSearch, TicketRepository } from '../../use-cases/ports.ts';
import { documentOfTicket, ticketOf } from './ticket-document.ts';
import type { TicketDocument } from './ticket-document.ts';

export function ticketRepository(connection: Connection, session: ClientSession | undefined): TicketRepository {
  const tickets = connection.model<TicketDocument>('Ticket');
  return {
    async find(id) {
      const found = await tickets.findById(id, null, inSession(session)).lean<TicketDocument>();
      return found === null ? null : ticketOf(found);
    },
    async findMany(ids) {
      const found = await tickets.find({ _id: { $in: [...ids] } }, null, inSession(session)).lean<TicketDocument[]>();
      return found.map(ticketOf);
    },
    async findByOpenKey(openKey) {
      const found = await tickets.findOne({ openKey }, null, inSession(session)).lean<TicketDocument>();
      return found === null ? null : ticketOf(found);
    },
    async insert(ticket) {
      try {
        await tickets.create([documentOfTicket(ticket)], inSession(session));
      } catch (error) {
        if (!isDuplicateKey(error, 'openKey')) throw error;
        // The transaction is lost already; what the other one committed is read outside of it.
        const other = await tickets.findOne({ openKey: ticket.openKey }).lean<TicketDocument>();
        throw errors.TICKET_ALREADY_OPEN({ ticketId: other?._id ?? '', number: other?.number ?? '' });
      }
    },
    async update(ticket) {
      const before = { _id: ticket.id, version: ticket.version - 1 };
      const { matchedCount } = await tickets.replaceOne(before, documentOfTicket(ticket), inSession(session));
      if (matchedCount !== 1) throw platformErrors.STALE_VERSION();
    },
    pageOwn: async (search, page) => mapPage(await findPage(tickets, ownOf(search), [['openedAt', -1]], page, session), ticketOf),
    countOwn: (search) => tickets.countDocuments(ownOf(search)),
    pageQueue: async (search, page) => mapPage(await findPage(tickets, queueOf(search), [['openedAt', 1]], page, session), ticketOf),
    countQueue: (search) => tickets.countDocuments(queueOf(search)),
  };
}

function ownOf({ requesterId, municipalityId, status }: OwnSearch) {
  return {
    requesterId,
    ...(municipalityId === null ? {} : { municipalityId }),
    ...(status === null ? {} : { status }),
  };
}

function queueOf({ municipalityId, unitIds, statuses, assignee, number }: QueueSearch) {
  return {
    municipalityId,
    ...(unitIds === null ? {} : { unitId: { $in: [...unitIds] } }),
    ...(statuses.length === 0 ? {} : { status: { $in: [...statuses] } }),
    ...(assignee === null ? {} : { assigneeId: assignee === 'nobody' ? null : assignee.id }),
    ...(number ?? {}),
  };
}
