import { approveSolution as approve } from '../domain/answer-ticket.ts';
import { actOf } from './act-of.ts';
import { defineUseCase } from './define.ts';
import { loadTicket, mustBeFresh } from './load-ticket.ts';
import type { TicketActionInput } from './load-ticket.ts';
import { recordDecision } from './record-decision.ts';

/** The requester agrees with the solution; the ticket is closed (TK-05). */
export const approveSolution = defineUseCase({
  name: 'approveSolution',
  action: 'ticket:approve-solution',
  load: loadTicket<TicketActionInput>,
  async run({ input, resource: ticket, ...command }, ports) {
    const decision = approve(ticket, actOf(command));
    mustBeFresh(ticket, input.expectedVersion);
    return recordDecision(ticket, decision, ports);
  },
});
