import { defineEntityQuery } from '../define.ts';
import { readableVistas } from './load-vista.ts';

/** Requests by id, for who made them and for the unit that decides. */
export const readVistaRequest = defineEntityQuery({
  action: 'vista:read',
  loadMany: async (ids, ports, actor) => readableVistas(await ports.vistas.findMany(ids), ports, actor),
  idOf: ({ id }) => id,
});
