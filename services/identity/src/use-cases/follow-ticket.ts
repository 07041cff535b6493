import { followTicket as follow } from '../domain/accreditation.ts';
import type { TicketTurn } from '../domain/accreditation.ts';
import { applyChange } from './apply-change.ts';
import { defineUseCase } from './define.ts';

/** What happens to the ticket moves the accreditation; tickets of other services are none of ours. */
export const followTicket = defineUseCase({
  name: 'followTicket',
  action: 'accreditation:follow-ticket',

  async load({ input }: { input: { ticketId: string; turn: TicketTurn } }, { accreditations }) {
    return (await accreditations.byTicket(input.ticketId)) ?? null;
  },

  async run({ input, resource }, ports) {
    if (resource === null) return { result: null };
    return applyChange(ports, resource, follow(resource, input.ticketId, input.turn));
  },
});
