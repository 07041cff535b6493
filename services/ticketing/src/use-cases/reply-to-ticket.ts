import { replyToTicket as reply } from '../domain/answer-ticket.ts';
import { actOf } from './act-of.ts';
import { attachFiles } from './attach-files.ts';
import type { FileInputs } from './attach-files.ts';
import { checkText } from './check-text.ts';
import { defineUseCase } from './define.ts';
import { loadTicket, mustBeFresh } from './load-ticket.ts';
import type { TicketTextInput } from './load-ticket.ts';
import { recordDecision } from './record-decision.ts';

export interface ReplyToTicketInput extends TicketTextInput {
  readonly files?: FileInputs;
}

/** The requester answers what the staff asked for (TK-03); files with a field replace the earlier ones. */
export const replyToTicket = defineUseCase({
  name: 'replyToTicket',
  action: 'ticket:reply',
  load: loadTicket<ReplyToTicketInput>,
  async run({ input, resource: ticket, ...command }, ports) {
    checkText('text', input.text);
    const act = actOf(command, input.text);
    reply(ticket, act);
    mustBeFresh(ticket, input.expectedVersion);
    const fileNames = await attachFiles(ticket, input.files, { ...command, replacing: true, hidden: false }, ports);
    return recordDecision(ticket, reply(ticket, { ...act, fileNames }), ports);
  },
});
