import { defineEntityQuery } from './define.ts';

/** Messages by id. */
export const readMessages = defineEntityQuery({
  action: 'message:read',
  loadMany: (ids, { messages }) => messages.findMany(ids),
  idOf: (message) => message.id,
});
