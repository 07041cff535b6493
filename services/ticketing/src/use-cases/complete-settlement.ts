import { completeSettlement as complete } from '../domain/settle-ticket.ts';
import type { OpenedProcess } from '../domain/ticket.ts';
import { actOf } from './act-of.ts';
import { closeLater, closingOf } from './close-later.ts';
import { defineUseCase } from './define.ts';
import { recordReaction } from './record-decision.ts';

export interface CompleteSettlementInput {
  readonly ticketId: string;
  readonly process: OpenedProcess;
}

/** Access to the process was offered: the ticket is solved and carries it (TK-08, ID-07). */
export const completeSettlement = defineUseCase({
  name: 'completeSettlement',
  action: 'ticket:complete-settlement',
  load: (_command: { input: CompleteSettlementInput }) => null,
  async run({ input, ...command }, ports) {
    const ticket = await ports.tickets.find(input.ticketId);
    if (ticket === null) return recordReaction(ticket, null, ports);
    const closing = await closingOf(ticket.municipalityId, command.now, ports);
    const decision = complete(ticket, input.process, actOf(command), { closeAtOnce: closing === 'at-once' });
    if (decision !== null) await closeLater(decision.state, closing, command.newId(), ports);
    return recordReaction(ticket, decision, ports);
  },
});
