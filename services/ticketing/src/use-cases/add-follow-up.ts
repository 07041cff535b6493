import { platformErrors } from '@guiche/kit/errors';
import { addFollowUp as add } from '../domain/answer-ticket.ts';
import type { TicketEntry } from '../domain/ticket-entry.ts';
import { actOf } from './act-of.ts';
import { attachFiles } from './attach-files.ts';
import type { FileInputs } from './attach-files.ts';
import { checkText } from './check-text.ts';
import { defineUseCase } from './define.ts';
import { loadTicket } from './load-ticket.ts';
import { recordDecision } from './record-decision.ts';

export interface AddFollowUpInput {
  readonly ticketId: string;
  readonly text: string;
  readonly private?: boolean | null | undefined;
  readonly files?: FileInputs;
}

/** Requester or staff writes in the history (TK-06); the staff may do so in private (TK-07). */
export const addFollowUp = defineUseCase({
  name: 'addFollowUp',
  action: 'ticket:follow-up',
  load: loadTicket<AddFollowUpInput>,
  async run({ input, resource: ticket, ...command }, ports) {
    checkText('text', input.text);
    const hidden = input.private ?? false;
    if (hidden && command.actor.kind !== 'staff') throw platformErrors.FORBIDDEN();
    const act = { ...actOf(command, input.text), private: hidden };
    add(ticket, act);
    const fileNames = await attachFiles(ticket, input.files, { ...command, replacing: false, hidden }, ports);
    const decision = add(ticket, { ...act, fileNames });
    const outcome = await recordDecision(ticket, decision, ports);
    const entry: TicketEntry = decision.entry;
    return { ...outcome, result: { ...outcome.result, entry } };
  },
});
