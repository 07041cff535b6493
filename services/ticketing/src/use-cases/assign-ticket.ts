import { errors } from '../domain/errors.ts';
import { assignTicket as assign } from '../domain/handle-ticket.ts';
import type { Ticket } from '../domain/ticket.ts';
import { actOf } from './act-of.ts';
import { defineUseCase } from './define.ts';
import { loadTicket, mustBeFresh } from './load-ticket.ts';
import type { TicketActionInput } from './load-ticket.ts';
import type { StaffMember } from './ports.ts';
import { recordDecision } from './record-decision.ts';

export interface AssignTicketInput extends TicketActionInput {
  readonly assigneeId: string;
}

/** Gives the ticket to another member of the staff of its unit (TK-02). */
export const assignTicket = defineUseCase({
  name: 'assignTicket',
  action: 'ticket:assign',
  load: loadTicket<AssignTicketInput>,
  async run({ input, resource: ticket, ...command }, ports) {
    if (!worksOn(ticket, await ports.places.staffMember(input.assigneeId))) throw errors.ASSIGNEE_NOT_IN_UNIT();
    const decision = assign(ticket, input.assigneeId, actOf(command));
    mustBeFresh(ticket, input.expectedVersion);
    return recordDecision(ticket, decision, ports);
  },
});

function worksOn(ticket: Ticket, member: StaffMember | null): boolean {
  return member !== null && member.active && member.municipalityId === ticket.municipalityId && member.unitIds.includes(ticket.unitId);
}
