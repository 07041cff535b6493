import { planTicket as plan } from '../domain/handle-ticket.ts';
import { actOf } from './act-of.ts';
import { checkText } from './check-text.ts';
import { defineUseCase } from './define.ts';
import { loadTicket, mustBeFresh } from './load-ticket.ts';
import type { TicketTextInput } from './load-ticket.ts';
import { recordDecision } from './record-decision.ts';

/** Marks the ticket as planned, with what is planned (TK-02). */
export const planTicket = defineUseCase({
  name: 'planTicket',
  action: 'ticket:plan',
  load: loadTicket<TicketTextInput>,
  async run({ input, resource: ticket, ...command }, ports) {
    checkText('text', input.text);
    const decision = plan(ticket, actOf(command, input.text));
    mustBeFresh(ticket, input.expectedVersion);
    return recordDecision(ticket, decision, ports);
  },
});
