import { errors } from './errors.ts';
import { ticketEvent } from './events.ts';
import { changed, entryOf, wrongStatus } from './ticket.ts';
import type { Act, Decision, Ticket } from './ticket.ts';

/** The requester answers what the staff asked for: back to the assignee, or to the queue (TK-03). */
export function replyToTicket(ticket: Ticket, act: Act): Decision {
  if (ticket.status !== 'PENDING') throw errors.TICKET_NOT_PENDING();
  const state = changed(ticket, act.at, { status: backWithStaff(ticket), pendingReason: null });
  const { requesterId } = ticket;
  return { state, entry: entryOf(state, 'REPLIED', act), events: [ticketEvent('TicketReplied', state, { requesterId })] };
}

/**
 * Somebody writes in the history (TK-06). What the requester writes while the ticket waits for him is his answer
 * (TK-03); what the staff writes is an action, after which he cannot cancel (TK-04).
 */
export function addFollowUp(ticket: Ticket, act: Act): Decision {
  if (ticket.status === 'CLOSED' || ticket.status === 'CANCELLED') throw wrongStatus(ticket);
  if (act.by.role === 'REQUESTER' && ticket.status === 'PENDING') return replyToTicket(ticket, act);
  const state = changed(ticket, act.at, { touched: ticket.touched || act.by.role === 'STAFF' });
  const entry = entryOf(state, 'FOLLOW_UP', act);
  const followed = { followUpId: entry.id, authorId: act.by.id, private: entry.private };
  return { state, entry, events: [ticketEvent('TicketFollowUpAdded', state, followed)] };
}

/** The requester gives the ticket up, only while it is new and nothing was done (TK-04). */
export function cancelTicket(ticket: Ticket, act: Act): Decision {
  if (ticket.status === 'CANCELLED' || ticket.status === 'CLOSED') throw wrongStatus(ticket);
  if (ticket.status !== 'NEW' || ticket.touched) throw errors.TICKET_NOT_CANCELLABLE();
  const state = changed(ticket, act.at, { status: 'CANCELLED' });
  const { municipalityId, requesterId } = ticket;
  return {
    state,
    entry: entryOf(state, 'CANCELLED', act),
    events: [ticketEvent('TicketCancelled', state, { municipalityId, requesterId })],
  };
}

/** The requester agrees with the solution (TK-05). */
export function approveSolution(ticket: Ticket, act: Act): Decision {
  const { solution } = ticket;
  if (ticket.status !== 'SOLVED' || solution === null) throw wrongStatus(ticket);
  const state = changed(ticket, act.at, { status: 'CLOSED', solution: { ...solution, acceptance: 'ACCEPTED' } });
  return { state, entry: entryOf(state, 'SOLUTION_APPROVED', act), events: [followed(state, act)] };
}

/** The requester does not agree; the ticket goes back to the staff (TK-05). */
export function refuseSolution(ticket: Ticket, act: Act): Decision {
  const { solution } = ticket;
  if (ticket.status !== 'SOLVED' || solution === null) throw wrongStatus(ticket);
  const state = changed(ticket, act.at, { status: backWithStaff(ticket), solution: { ...solution, acceptance: 'REFUSED' } });
  return { state, entry: entryOf(state, 'SOLUTION_REFUSED', act), events: [followed(state, act)] };
}

/** The time to object to that solution is over (TK-05). Null when the requester has spoken. */
export function closeTicket(ticket: Ticket, solutionId: string, act: Act): Decision | null {
  const { solution } = ticket;
  if (ticket.status !== 'SOLVED' || solution?.id !== solutionId) return null;
  const state = changed(ticket, act.at, { status: 'CLOSED', solution: { ...solution, acceptance: 'ACCEPTED' } });
  return { state, entry: entryOf(state, 'CLOSED', act), events: [followed(state, act)] };
}

function followed(state: Ticket, act: Act) {
  return ticketEvent('TicketFollowUpAdded', state, { followUpId: act.entryId, authorId: act.by.id, private: false });
}

function backWithStaff(ticket: Ticket): 'ASSIGNED' | 'NEW' {
  return ticket.assigneeId === null ? 'NEW' : 'ASSIGNED';
}
