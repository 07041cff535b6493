import { requestInformation as request } from '../domain/handle-ticket.ts';
import { actOf } from './act-of.ts';
import { checkText } from './check-text.ts';
import { defineUseCase } from './define.ts';
import { loadTicket, mustBeFresh } from './load-ticket.ts';
import type { TicketTextInput } from './load-ticket.ts';
import { recordDecision } from './record-decision.ts';

/** Asks the requester for what is missing; the ticket waits for the answer (TK-03). */
export const requestInformation = defineUseCase({
  name: 'requestInformation',
  action: 'ticket:request-information',
  load: loadTicket<TicketTextInput>,
  async run({ input, resource: ticket, ...command }, ports) {
    checkText('text', input.text);
    const decision = request(ticket, input.text, actOf(command));
    mustBeFresh(ticket, input.expectedVersion);
    return recordDecision(ticket, decision, ports);
  },
});
