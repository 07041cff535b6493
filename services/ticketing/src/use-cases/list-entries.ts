import { pageRequest } from '@guiche/kit/use-case';
import type { PageArguments } from '@guiche/kit/use-case';
import type { Ticket } from '../domain/ticket.ts';
import { defineQuery } from './define.ts';

export interface ListEntriesInput extends PageArguments {
  /** Loaded and shown already; judged again here. */
  readonly ticket: Ticket;
}

/** The history of a ticket, oldest first; private lines for the staff only (TK-07). */
export const listEntries = defineQuery({
  action: 'ticket:read',
  load: ({ input }: { input: ListEntriesInput }) => input.ticket,
  run: ({ input, actor, resource }, { entries }) =>
    entries.page(resource.id, { withPrivate: actor.kind === 'staff' }, pageRequest(input)),
});
