import { closeTicket as close } from '../domain/answer-ticket.ts';
import { actOf } from './act-of.ts';
import { defineUseCase } from './define.ts';
import { recordReaction } from './record-decision.ts';

export interface CloseTicketInput {
  readonly ticketId: string;
  readonly solutionId: string;
}

/** The time to object to a solution is over (TK-05). Nothing happens when the requester has spoken. */
export const closeTicket = defineUseCase({
  name: 'closeTicket',
  action: 'ticket:close',
  load: (_command: { input: CloseTicketInput }) => null,
  async run({ input, ...command }, ports) {
    const ticket = await ports.tickets.find(input.ticketId);
    const decision = ticket === null ? null : close(ticket, input.solutionId, actOf(command));
    return recordReaction(ticket, decision, ports);
  },
});
