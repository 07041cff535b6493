import { isStuck } from '../../domain/issuing/intimation.ts';
import { defineUseCase } from '../define.ts';
import { loadAct } from './load-act.ts';

/** An act as it is two minutes after it was asked for. */
export interface WatchedIntimation {
  readonly intimationId: string;
  readonly number: string;
  /** Process has not answered: an alarm. The act stays in the making. */
  readonly isStuck: boolean;
}

/** Looks whether process has answered an act. */
export const watchIntimation = defineUseCase({
  name: 'watchIntimation',
  action: 'intimation:settle',
  load: ({ input }: { input: { intimationId: string } }, ports) => loadAct(input.intimationId, ports),

  run({ resource, now }) {
    const watched: WatchedIntimation = { intimationId: resource.id, number: resource.number, isStuck: isStuck(resource, now) };
    return Promise.resolve({ result: watched });
  },
});
