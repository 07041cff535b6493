import { defineEntityQuery } from '../define.ts';

/** Intimations by id. */
export const readIntimations = defineEntityQuery({
  action: 'intimation:read',
  loadMany: (ids, { intimations }) => intimations.findMany(ids),
  idOf: (intimation) => intimation.id,
});
