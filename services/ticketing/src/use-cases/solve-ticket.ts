import { solveTicket as solve } from '../domain/handle-ticket.ts';
import { actOf } from './act-of.ts';
import { checkText } from './check-text.ts';
import { closeLater, closingOf } from './close-later.ts';
import { defineUseCase } from './define.ts';
import { loadTicket, mustBeFresh } from './load-ticket.ts';
import type { TicketTextInput } from './load-ticket.ts';
import { recordDecision } from './record-decision.ts';

/** Solves the ticket in words (TK-05). */
export const solveTicket = defineUseCase({
  name: 'solveTicket',
  action: 'ticket:solve',
  load: loadTicket<TicketTextInput>,
  async run({ input, resource: ticket, ...command }, ports) {
    checkText('text', input.text);
    const closing = await closingOf(ticket.municipalityId, command.now, ports);
    const decision = solve(ticket, input.text, actOf(command), { closeAtOnce: closing === 'at-once' });
    mustBeFresh(ticket, input.expectedVersion);
    await closeLater(decision.state, closing, command.newId(), ports);
    return recordDecision(ticket, decision, ports);
  },
});
