import { connectionOf } from '@guiche/kit/graphql';
import type { TicketResolvers } from '../../generated/graphql.ts';
import { listEntries } from '../../use-cases/list-entries.ts';
import { listFiles } from '../../use-cases/list-files.ts';
import { readServices } from '../../use-cases/read-services.ts';
import { readTickets } from '../../use-cases/read-tickets.ts';
import { stubOf } from './mappers.ts';

export const Ticket: TicketResolvers = {
  __resolveReference: ({ id }, { entity }) => entity(readTickets, id),
  status: ({ status }) => status,
  service: ({ serviceId }, _args, { entity }) => entity(readServices, serviceId),
  municipality: ({ municipalityId }) => ({ id: municipalityId }),
  unit: ({ unitId }) => ({ id: unitId }),
  requester: ({ requesterId }) => ({ id: requesterId }),
  assignee: ({ assigneeId }) => stubOf(assigneeId),
  process: ({ process }) => stubOf(process?.id),
  processNumber: ({ process }) => process?.number,
  processLink: ({ process }) => process?.link,
  processOpenedAt: ({ process }) => process?.openedAt,
  files: async (ticket, args, { ask }) => connectionOf(await ask(listFiles, { ticket, ...args })),
  history: async (ticket, args, { ask }) => connectionOf(await ask(listEntries, { ticket, ...args })),
};
