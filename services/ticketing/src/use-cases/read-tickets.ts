import { defineEntityQuery } from './define.ts';

/** Tickets by id, each judged by itself: for references, loaders and the root field. */
export const readTickets = defineEntityQuery({
  action: 'ticket:read',
  loadMany: (ids, { tickets }) => tickets.findMany(ids),
  idOf: ({ id }) => id,
});
