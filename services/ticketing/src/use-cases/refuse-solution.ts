import { refuseSolution as refuse } from '../domain/answer-ticket.ts';
import { actOf } from './act-of.ts';
import { checkText } from './check-text.ts';
import { defineUseCase } from './define.ts';
import { loadTicket, mustBeFresh } from './load-ticket.ts';
import type { TicketTextInput } from './load-ticket.ts';
import { recordDecision } from './record-decision.ts';

/** The requester does not agree with the solution; the ticket goes back to the staff (TK-05). */
export const refuseSolution = defineUseCase({
  name: 'refuseSolution',
  action: 'ticket:refuse-solution',
  load: loadTicket<TicketTextInput>,
  async run({ input, resource: ticket, ...command }, ports) {
    checkText('text', input.text);
    const decision = refuse(ticket, actOf(command, input.text));
    mustBeFresh(ticket, input.expectedVersion);
    return recordDecision(ticket, decision, ports);
  },
});
