import type { Principal } from '@guiche/kit/auth';
import { platformErrors } from '@guiche/kit/errors';
import { pageRequest } from '@guiche/kit/use-case';
import type { PageArguments } from '@guiche/kit/use-case';
import type { TicketStatus } from '../domain/ticket-status.ts';
import { defineQuery } from './define.ts';
import type { OwnSearch } from './ports.ts';

export interface ListOwnTicketsInput extends PageArguments {
  readonly status?: TicketStatus | null | undefined;
}

/** Tickets the caller opened, newest first; an app sees those of its municipality. */
export const listOwnTickets = defineQuery({
  action: 'ticket:list-own',
  load: (_command: { input: ListOwnTicketsInput }) => null,
  run: ({ input, actor }, { tickets }) => tickets.pageOwn(searchOf(actor, input), pageRequest(input)),
});

/** How many there are; asked apart. */
export const countOwnTickets = defineQuery({
  action: 'ticket:list-own',
  load: (_command: { input: ListOwnTicketsInput }) => null,
  run: ({ input, actor }, { tickets }) => tickets.countOwn(searchOf(actor, input)),
});

function searchOf(actor: Principal, { status = null }: ListOwnTicketsInput): OwnSearch {
  if (actor.kind !== 'person' && actor.kind !== 'app-for-person') throw platformErrors.FORBIDDEN();
  const municipalityId = actor.kind === 'person' ? null : actor.municipalityId;
  return { requesterId: actor.personId, municipalityId, status };
}
