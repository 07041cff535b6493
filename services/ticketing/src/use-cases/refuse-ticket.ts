import { refuseTicket as refuse } from '../domain/handle-ticket.ts';
import { actOf } from './act-of.ts';
import { checkText } from './check-text.ts';
import { defineUseCase } from './define.ts';
import { loadTicket, mustBeFresh } from './load-ticket.ts';
import type { TicketTextInput } from './load-ticket.ts';
import { recordDecision } from './record-decision.ts';

/** Refuses the request with reasons; the ticket is closed (TK-08). */
export const refuseTicket = defineUseCase({
  name: 'refuseTicket',
  action: 'ticket:refuse',
  load: loadTicket<TicketTextInput>,
  async run({ input, resource: ticket, ...command }, ports) {
    checkText('text', input.text);
    const decision = refuse(ticket, input.text, actOf(command));
    mustBeFresh(ticket, input.expectedVersion);
    return recordDecision(ticket, decision, ports);
  },
});
