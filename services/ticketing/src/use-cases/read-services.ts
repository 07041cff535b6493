import { defineEntityQuery } from './define.ts';

/** Services by id. */
export const readServices = defineEntityQuery({
  action: 'service:read',
  loadMany: (ids, { services }) => services.findMany(ids),
  idOf: ({ id }) => id,
});
