import type { ApprovedFile } from '../domain/events.ts';
import { approveAccreditation as approve } from '../domain/settle-ticket.ts';
import type { Ticket } from '../domain/ticket.ts';
import { actOf } from './act-of.ts';
import { defineUseCase } from './define.ts';
import { loadTicket, mustBeFresh } from './load-ticket.ts';
import type { TicketActionInput } from './load-ticket.ts';
import type { Ports } from './ports.ts';
import { recordDecision } from './record-decision.ts';

const dayMs = 24 * 60 * 60_000;
/** Longer than any outage the approval has to survive. */
const linksWorkMs = 30 * dayMs;
const stuckAfterMs = 10 * 60_000;

/** Approves a request for accreditation: the saga starts here (TK-08). */
export const approveAccreditation = defineUseCase({
  name: 'approveAccreditation',
  action: 'ticket:approve-accreditation',
  load: loadTicket<TicketActionInput>,
  async run({ input, resource: ticket, ...command }, ports) {
    const settlementId = command.newId();
    const files = await approvedFiles(ticket, new Date(command.now.getTime() + linksWorkMs), ports);
    const decision = approve(ticket, { settlementId, files }, actOf(command));
    mustBeFresh(ticket, input.expectedVersion);
    const dueAt = new Date(command.now.getTime() + stuckAfterMs);
    await ports.schedule.watchSettlement({ ticketId: ticket.id, settlementId, dueAt, id: command.newId() });
    return recordDecision(ticket, decision, ports);
  },
});

/** The files the requester sent, in the order of the form, those of follow-ups last. */
async function approvedFiles(ticket: Ticket, until: Date, { files, services, links }: Ports): Promise<ApprovedFile[]> {
  const service = await services.find(ticket.serviceId);
  const order = (service?.fields ?? []).map(({ key }) => key);
  const place = (field: string | null): number => (field === null || !order.includes(field) ? order.length : order.indexOf(field));
  const submitted = await files.submitted(ticket.id);
  return submitted
    .toSorted((left, right) => place(left.field) - place(right.field))
    .map(({ id, storedId, name, label, mediaType, size, sha256 }) => ({
      fileId: id,
      name,
      label,
      mediaType,
      size,
      sha256,
      url: links.forService(storedId, 'process', until),
    }));
}
