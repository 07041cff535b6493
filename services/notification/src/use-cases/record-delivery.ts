import { notificationErrors } from '../domain/errors.ts';
import { markFailed, markSent } from '../domain/message.ts';
import type { Message } from '../domain/message.ts';
import { defineUseCase } from './define.ts';
import type { Ports } from './ports.ts';

async function loadMessage({ input }: { input: { messageId: string } }, { messages }: Ports): Promise<Message> {
  const message = await messages.find(input.messageId);
  if (message === undefined) throw notificationErrors.MESSAGE_NOT_FOUND();
  return message;
}

/** The mail server took the e-mail. */
export const recordSent = defineUseCase({
  name: 'recordSent',
  action: 'message:record-delivery',
  load: loadMessage,
  async run({ resource, now }, { messages }) {
    const decision = markSent(resource, now);
    if (decision === undefined) return { result: resource.id };
    await messages.save(decision.state);
    return { result: resource.id, events: decision.events };
  },
});

/** The e-mail will not be sent any more; the message stays in the inbox. */
export const recordFailed = defineUseCase({
  name: 'recordFailed',
  action: 'message:record-delivery',
  load: (command: { input: { messageId: string; reason: string } }, ports: Ports) => loadMessage(command, ports),
  async run({ resource, input }, { messages }) {
    const decision = markFailed(resource, input.reason);
    if (decision === undefined) return { result: resource.id };
    await messages.save(decision.state);
    return { result: resource.id, events: decision.events };
  },
});
