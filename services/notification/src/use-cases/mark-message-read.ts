import { notificationErrors } from '../domain/errors.ts';
import { markRead } from '../domain/message.ts';
import { defineUseCase } from './define.ts';

/** Its owner has read the message. */
export const markMessageRead = defineUseCase({
  name: 'markMessageRead',
  action: 'message:mark-read',
  async load({ input }: { input: { messageId: string } }, { messages }) {
    const message = await messages.find(input.messageId);
    if (message === undefined) throw notificationErrors.MESSAGE_NOT_FOUND();
    return message;
  },
  async run({ resource, now }, { messages }) {
    const message = markRead(resource, now);
    if (message !== resource) await messages.save(message);
    return { result: message };
  },
});
