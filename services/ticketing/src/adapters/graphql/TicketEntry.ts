import type { TicketAuthorResolvers, TicketEntryResolvers } from '../../generated/graphql.ts';
import { entryLabel } from '../../domain/ticket-entry.ts';
import { authorLabel, staffOf } from './mappers.ts';

export const TicketEntry: TicketEntryResolvers = {
  label: ({ kind }) => entryLabel(kind),
};

export const TicketAuthor: TicketAuthorResolvers = {
  label: ({ role }) => authorLabel(role),
  staff: (author) => staffOf(author),
};
