import { defineEntityQuery } from '../define.ts';
import { readableProcesses } from './load-readable.ts';

/** Processes by id, for loaders and references: null for what the actor may not see. */
export const readProcess = defineEntityQuery({
  action: 'process:read',
  loadMany: async (ids, ports, actor) => readableProcesses(await ports.processes.findMany(ids), ports, actor),
  idOf: ({ id }) => id,
});
