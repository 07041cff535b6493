import { defineEntityQuery } from '../define.ts';

/** Recipients by id. */
export const readRecipients = defineEntityQuery({
  action: 'recipient:read',
  loadMany: (ids, { recipients }) => recipients.findMany(ids),
  idOf: (recipient) => recipient.id,
});
