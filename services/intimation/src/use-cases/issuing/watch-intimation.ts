import { isStuck } from '../../domain/issuing/intimation.ts';
import { defineUseCase } from '../define.ts';
import { loadAct } from './load-act.ts';

/** Two minutes after it was asked for: an act that process has not answered is an alarm, and stays in the making. */
export const watchIntimation = defineUseCase({
  name: 'watchIntimation',
  action: 'intimation:settle',
  load: ({ input }: { input: { intimationId: string } }, ports) => loadAct(input.intimationId, ports),

  run({ resource: { id, number, state, requestedAt }, now }, { alarms }) {
    if (isStuck({ state, requestedAt }, now)) alarms.intimationStuck({ intimationId: id, number });
    return Promise.resolve({ result: { intimationId: id } });
  },
});
