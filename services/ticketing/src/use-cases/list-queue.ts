import type { Principal } from '@guiche/kit/auth';
import { pageRequest } from '@guiche/kit/use-case';
import type { Page, PageArguments } from '@guiche/kit/use-case';
import { parseTicketSearch } from '../domain/ticket-number.ts';
import { openStatuses } from '../domain/ticket-status.ts';
import type { TicketStatus } from '../domain/ticket-status.ts';
import type { Ticket } from '../domain/ticket.ts';
import { defineQuery } from './define.ts';
import type { QueueSearch } from './ports.ts';

export interface ListQueueInput extends PageArguments {
  readonly municipalityId: string;
  readonly unitId?: string | null | undefined;
  readonly status?: readonly TicketStatus[] | null | undefined;
  readonly assigneeId?: string | null | undefined;
  readonly unassigned?: boolean | null | undefined;
  readonly search?: string | null | undefined;
}

const load = ({ input }: { input: ListQueueInput }) => ({ municipalityId: input.municipalityId, unitId: input.unitId ?? null });
const nothing: Page<Ticket> = { items: [], cursors: [], hasNextPage: false, hasPreviousPage: false };

/** Tickets of the caller's unit or units, oldest first. */
export const listQueue = defineQuery({
  action: 'ticket:queue',
  load,
  run({ input, actor }, { tickets }) {
    const page = pageRequest(input);
    const search = searchOf(actor, input);
    return search === null ? nothing : tickets.pageQueue(search, page);
  },
});

/** How many there are; asked apart. */
export const countQueue = defineQuery({
  action: 'ticket:queue',
  load,
  run({ input, actor }, { tickets }) {
    const search = searchOf(actor, input);
    return search === null ? 0 : tickets.countQueue(search);
  },
});

/** Null when the number that is searched for cannot exist. */
function searchOf(actor: Principal, input: ListQueueInput): QueueSearch | null {
  const { municipalityId, unitId, status, assigneeId, unassigned, search } = input;
  const number = search == null || search.trim() === '' ? null : parseTicketSearch(search);
  if (search != null && search.trim() !== '' && number === null) return null;
  const assignee = unassigned === true ? ('nobody' as const) : assigneeId == null ? null : { id: assigneeId };
  const statuses = status ?? (number === null ? openStatuses : []);
  return { municipalityId, unitIds: unitId == null ? unitsOf(actor) : [unitId], statuses, assignee, number };
}

function unitsOf(actor: Principal): readonly string[] | null {
  if (actor.kind !== 'staff') return [];
  return actor.roles.includes('administrator') ? null : actor.unitIds;
}
