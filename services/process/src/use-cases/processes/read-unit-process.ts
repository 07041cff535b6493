import { defineEntityQuery } from '../define.ts';
import { readableProcesses } from './load-readable.ts';

/** Processes as units have them, by id, for loaders. */
export const readUnitProcess = defineEntityQuery({
  action: 'unit-process:read',
  async loadMany(ids, ports, actor) {
    const found = await ports.placements.findMany(ids);
    const processes = await readableProcesses(await ports.processes.findMany([...new Set(found.map(({ processId }) => processId))]), ports, actor);
    return found.flatMap((placement) => {
      const process = processes.find(({ id }) => id === placement.processId);
      return process === undefined ? [] : [{ ...placement, process }];
    });
  },
  idOf: ({ id }) => id,
});
