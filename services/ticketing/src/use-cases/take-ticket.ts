import { takeTicket as take } from '../domain/handle-ticket.ts';
import { actOf } from './act-of.ts';
import { defineUseCase } from './define.ts';
import { loadTicket, mustBeFresh } from './load-ticket.ts';
import type { TicketActionInput } from './load-ticket.ts';
import { recordDecision } from './record-decision.ts';

/** The clerk takes the ticket (TK-02). */
export const takeTicket = defineUseCase({
  name: 'takeTicket',
  action: 'ticket:take',
  load: loadTicket<TicketActionInput>,
  async run({ input, resource: ticket, ...command }, ports) {
    const decision = take(ticket, actOf(command));
    mustBeFresh(ticket, input.expectedVersion);
    return recordDecision(ticket, decision, ports);
  },
});
