import { defineEntityQuery } from '../define.ts';

/** Requests by id, for who made them and for the unit that decides. */
export const readVistaRequest = defineEntityQuery({
  action: 'vista:read',
  loadMany: async (ids, { vistas }) => vistas.findMany(ids),
  idOf: ({ id }) => id,
});
