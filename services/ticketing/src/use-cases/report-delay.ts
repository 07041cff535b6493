import { noteDelay } from '../domain/settle-ticket.ts';
import { actOf } from './act-of.ts';
import { defineUseCase } from './define.ts';
import { recordReaction } from './record-decision.ts';

export interface ReportDelayInput {
  readonly ticketId: string;
  readonly settlementId: string;
}

/** An approval takes too long: tells the clerk. `ticket` is null when that approval is over. */
export const reportDelay = defineUseCase({
  name: 'reportDelay',
  action: 'ticket:report-delay',
  load: (_command: { input: ReportDelayInput }) => null,
  async run({ input, ...command }, ports) {
    const ticket = await ports.tickets.find(input.ticketId);
    const decision = ticket === null ? null : noteDelay(ticket, input.settlementId, actOf(command));
    return recordReaction(ticket, decision, ports);
  },
});
