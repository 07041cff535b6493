import { defineUseCase } from './define.ts';
import type { Contact } from './ports.ts';

/** Keeps the confirmed contact of a person. What waited for it goes out now, not at its next attempt. */
export const noteContact = defineUseCase({
  name: 'noteContact',
  action: 'contact:note',
  load: ({ input }: { input: Contact }) => input,
  async run({ input }, { contacts, messages, deliveries }) {
    const known = await contacts.find(input.personId);
    await contacts.save(input);
    const waiting = known === undefined ? await messages.waitingFor(input.personId) : [];
    for (const messageId of waiting) await deliveries.hasten(messageId);
    return { result: input.personId };
  },
});
