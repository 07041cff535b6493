import { scalarResolvers } from '@guiche/kit/graphql';
import { Mutation } from './Mutation.ts';
import { Query } from './Query.ts';
import { Service, ServiceForm } from './Service.ts';
import { Ticket } from './Ticket.ts';
import { TicketAuthor, TicketEntry } from './TicketEntry.ts';
import { TicketFile } from './TicketFile.ts';
import { TicketSettlement, TicketSolution } from './TicketSolution.ts';
import { TicketSettings, TicketStatus } from './TicketStatus.ts';

const { DateTime } = scalarResolvers;

/** The resolver map of the subgraph. */
export const resolvers = {
  DateTime,
  Mutation,
  Query,
  Service,
  ServiceForm,
  Ticket,
  TicketAuthor,
  TicketEntry,
  TicketFile,
  TicketSettings,
  TicketSettlement,
  TicketSolution,
  TicketStatus,
};
