import type { AuditFact, Outcome } from '@guiche/kit/use-case';
import type { Decision, Ticket } from '../domain/ticket.ts';
import type { Ports } from './ports.ts';

/** Writes what was decided about a ticket: its next version, the line of history, the facts, the trace of the act. */
export async function recordDecision(before: Ticket, decision: Decision, ports: Ports): Promise<Outcome<{ ticket: Ticket }>> {
  await ports.tickets.update(decision.state);
  await ports.entries.add(decision.entry);
  return { result: { ticket: decision.state }, events: decision.events, audit: [ticketFact(before, decision.state)] };
}

/** The same where there may be nothing to decide any more: an event or a job that came late. */
export async function recordReaction(before: Ticket | null, decision: Decision | null, ports: Ports): Promise<Outcome<{ ticket: Ticket | null }>> {
  if (before === null || decision === null) return { result: { ticket: null } };
  return recordDecision(before, decision, ports);
}

/** Where the ticket stood and stands. */
export function ticketFact(before: Ticket | null, after: Ticket): AuditFact {
  const { id, municipalityId } = after;
  return { entity: { type: 'ticket', id }, municipalityId, before: before === null ? null : standing(before), after: standing(after) };
}

function standing({ status, assigneeId, version, settlement, solution }: Ticket): object {
  return { status, assigneeId, version, settlement: settlement?.state ?? null, solution: solution?.kind ?? null };
}
