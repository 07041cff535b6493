import { errors } from './errors.ts';
import { ticketEvent } from './events.ts';
import { changed, entryOf, isAccreditation, mustBeOpen, mustBeUnsolved, wrongStatus } from './ticket.ts';
import type { Act, Decision, Ticket } from './ticket.ts';

/** The clerk takes the ticket; of two at once the second is refused. */
export function takeTicket(ticket: Ticket, act: Act): Decision {
  mustBeOpen(ticket);
  const mine = ticket.assigneeId === act.by.id;
  if (ticket.assigneeId !== null && !(mine && ticket.status === 'PLANNED')) throw errors.TICKET_ALREADY_TAKEN();
  return assignTicket(ticket, act.by.id, act);
}

/** Gives the ticket to a member of the staff (TK-02); while it waits for the requester it goes on waiting (TK-03). */
export function assignTicket(ticket: Ticket, assigneeId: string, act: Act): Decision {
  mustBeOpen(ticket);
  const status = ticket.status === 'PENDING' ? 'PENDING' : 'ASSIGNED';
  const state = changed(ticket, act.at, { assigneeId, status, touched: true });
  return { state, entry: entryOf(state, 'ASSIGNED', act), events: [ticketEvent('TicketAssigned', state, { assigneeId })] };
}

/** Plans the work for later (TK-02). */
export function planTicket(ticket: Ticket, act: Act): Decision {
  mustBeOpen(ticket);
  if (ticket.status !== 'ASSIGNED') throw wrongStatus(ticket);
  const state = changed(ticket, act.at, { status: 'PLANNED', touched: true });
  const entry = entryOf(state, 'PLANNED', act);
  const followed = { followUpId: entry.id, authorId: act.by.id, private: false };
  return { state, entry, events: [ticketEvent('TicketFollowUpAdded', state, followed)] };
}

/** Asks the requester for something; the ticket waits (TK-03). */
export function requestInformation(ticket: Ticket, reason: string, act: Act): Decision {
  mustBeOpen(ticket);
  if (ticket.status === 'PENDING') throw wrongStatus(ticket);
  const state = changed(ticket, act.at, { status: 'PENDING', pendingReason: reason, touched: true });
  const { requesterId } = ticket;
  return {
    state,
    entry: entryOf(state, 'INFORMATION_REQUESTED', { ...act, text: reason }),
    events: [ticketEvent('TicketPending', state, { requesterId, reason })],
  };
}

/**
 * Solves the ticket in words (TK-05). `closeAtOnce` when the requester has no time to object. A request for
 * accreditation is solved so only after its approval was done and the requester was not content with the answer.
 */
export function solveTicket(ticket: Ticket, text: string, act: Act, { closeAtOnce }: { closeAtOnce: boolean }): Decision {
  mustBeUnsolved(ticket);
  if (isAccreditation(ticket) && ticket.settlement?.state !== 'DONE') throw errors.APPROVAL_NEEDED();
  return solved(ticket, { kind: 'ANSWERED', text, by: act.by.id }, act, closeAtOnce);
}

/** Refuses the request for good; there is nothing to agree with, so the ticket is closed (I). */
export function refuseTicket(ticket: Ticket, reason: string, act: Act): Decision {
  mustBeUnsolved(ticket);
  if (ticket.settlement?.state === 'DONE') throw errors.APPROVAL_ALREADY_DONE();
  const state = changed(ticket, act.at, {
    status: 'CLOSED',
    assigneeId: ticket.assigneeId ?? act.by.id,
    touched: true,
    pendingReason: null,
    solution: { ...nextSolution(ticket, act), kind: 'REFUSED', text: reason, solvedBy: act.by.id, acceptance: null },
  });
  const { municipalityId, requesterId } = state;
  return {
    state,
    entry: entryOf(state, 'REFUSED', { ...act, text: reason }),
    events: [ticketEvent('TicketRefused', state, { municipalityId, requesterId, reason })],
  };
}

/** The ticket with its solution, and the fact that it has one. */
export function solved(
  ticket: Ticket,
  solution: { kind: 'APPROVED' | 'ANSWERED'; text: string; by: string },
  act: Act,
  closeAtOnce: boolean,
  change: Partial<Ticket> = {},
): Decision {
  const { kind, text, by } = solution;
  const next = nextSolution(ticket, act);
  const state = changed(ticket, act.at, {
    ...change,
    status: closeAtOnce ? 'CLOSED' : 'SOLVED',
    assigneeId: ticket.assigneeId ?? by,
    touched: true,
    pendingReason: null,
    solution: { ...next, kind, text, solvedBy: by, acceptance: closeAtOnce ? 'ACCEPTED' : 'WAITING' },
  });
  const { municipalityId, requesterId, number, process } = state;
  const opened =
    process === null
      ? {}
      : { processId: process.id, processNumber: process.number, processOpenedAt: process.openedAt, processLink: process.link };
  return {
    state,
    entry: entryOf(state, 'SOLVED', { ...act, text }),
    events: [ticketEvent('TicketSolved', state, { municipalityId, requesterId, number, solution: text, solutionNumber: next.number, ...opened })],
  };
}

function nextSolution({ solution }: Ticket, { entryId, at }: Act): { id: string; number: number; solvedAt: Date } {
  return { id: entryId, number: (solution?.number ?? 0) + 1, solvedAt: at };
}
