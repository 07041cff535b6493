import { defineEntityQuery } from './define.ts';

/** External accesses by id, for references: null for what is not the actor's own. */
export const readExternalAccess = defineEntityQuery({
  action: 'external-access:read',
  loadMany: (ids, { grants }) => grants.findMany(ids),
  idOf: ({ id }) => id,
});
