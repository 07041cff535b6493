import { defineEntityQuery } from '../define.ts';

/** Petitions by id, for references: null for what is not the caller's own. */
export const readPetition = defineEntityQuery({
  action: 'petition:read',
  loadMany: (ids, { petitions }) => petitions.findMany(ids),
  idOf: ({ id }) => id,
});
