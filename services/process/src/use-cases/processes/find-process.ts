import type { Principal } from '@guiche/kit/auth';
import { processErrors } from '../../domain/errors.ts';
import { defineQuery } from '../define.ts';
import { readableProcesses } from './load-readable.ts';

/** One process by id. */
export const findProcess = defineQuery({
  action: 'process:read',
  async load({ input, actor }: { input: { id: string }; actor: Principal }, ports) {
    const [process] = await readableProcesses(await ports.processes.findMany([input.id]), ports, actor);
    if (process === undefined) throw processErrors.PROCESS_NOT_FOUND();
    return process;
  },
  run: ({ resource }) => resource,
});
