import { refuseProblems } from '@guiche/kit/errors';
import { assignTicket as assign } from '../domain/handle-ticket.ts';
import { actOf } from './act-of.ts';
import { defineUseCase } from './define.ts';
import { loadTicket, mustBeFresh } from './load-ticket.ts';
import type { TicketActionInput } from './load-ticket.ts';
import { recordDecision } from './record-decision.ts';

export interface AssignTicketInput extends TicketActionInput {
  readonly assigneeId: string;
}

/** Gives the ticket to another member of the staff (TK-02). Ids of the staff belong to identity: only their form is checked. */
export const assignTicket = defineUseCase({
  action: 'ticket:assign',
  load: loadTicket<AssignTicketInput>,
  async run({ input, resource: ticket, ...command }, ports) {
    refuseStranger(input.assigneeId);
    const decision = assign(ticket, input.assigneeId, actOf(command));
    mustBeFresh(ticket, input.expectedVersion);
    return recordDecision(ticket, decision, ports);
  },
});

function refuseStranger(assigneeId: string): void {
  const fits = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/.test(assigneeId);
  const message = { pt: 'Informe o identificador de um atendente.', en: 'Give the id of a member of the staff.' };
  refuseProblems(fits ? [] : [{ path: 'assigneeId', code: 'INVALID_ID', message }]);
}
