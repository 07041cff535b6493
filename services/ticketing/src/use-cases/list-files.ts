import { pageRequest } from '@guiche/kit/use-case';
import type { PageArguments } from '@guiche/kit/use-case';
import type { Ticket } from '../domain/ticket.ts';
import { defineQuery } from './define.ts';

export interface ListFilesInput extends PageArguments {
  /** Loaded and shown already; judged again here. */
  readonly ticket: Ticket;
  readonly currentOnly?: boolean | null | undefined;
}

/** The files of a ticket, oldest first; those of private follow-ups for the staff only (TK-07). */
export const listFiles = defineQuery({
  action: 'ticket:read',
  load: ({ input }: { input: ListFilesInput }) => input.ticket,
  run: ({ input, actor, resource }, { files }) =>
    files.page(resource.id, { currentOnly: input.currentOnly ?? false, withPrivate: actor.kind === 'staff' }, pageRequest(input)),
});
