import { cancelTicket as cancel } from '../domain/answer-ticket.ts';
import { actOf } from './act-of.ts';
import { defineUseCase } from './define.ts';
import { loadTicket, mustBeFresh } from './load-ticket.ts';
import type { TicketActionInput } from './load-ticket.ts';
import { recordDecision } from './record-decision.ts';

/** The requester gives the ticket up while nothing was done (TK-04). */
export const cancelTicket = defineUseCase({
  name: 'cancelTicket',
  action: 'ticket:cancel',
  load: loadTicket<TicketActionInput>,
  async run({ input, resource: ticket, ...command }, ports) {
    const decision = cancel(ticket, actOf(command));
    mustBeFresh(ticket, input.expectedVersion);
    return recordDecision(ticket, decision, ports);
  },
});
