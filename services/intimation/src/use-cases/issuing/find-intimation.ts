import { defineQuery } from '../define.ts';
import { loadAct } from './load-act.ts';

/** One intimation, for the unit that issued it. */
export const findIntimation = defineQuery({
  action: 'intimation:read',
  load: ({ input }: { input: { id: string } }, ports) => loadAct(input.id, ports),
  run: ({ resource }) => resource,
});
