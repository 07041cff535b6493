import { failSettlement as fail } from '../domain/settle-ticket.ts';
import { actOf } from './act-of.ts';
import { defineUseCase } from './define.ts';
import { recordReaction } from './record-decision.ts';

export interface FailSettlementInput {
  readonly ticketId: string;
  readonly reason: { readonly code: string; readonly detail?: string };
}

/** A step of the approval failed for good and was taken back: the ticket is with the clerk again, who is told why. */
export const failSettlement = defineUseCase({
  name: 'failSettlement',
  action: 'ticket:fail-settlement',
  load: (_command: { input: FailSettlementInput }) => null,
  async run({ input, ...command }, ports) {
    const ticket = await ports.tickets.find(input.ticketId);
    const decision = ticket === null ? null : fail(ticket, input.reason, actOf(command));
    return recordReaction(ticket, decision, ports);
  },
});
