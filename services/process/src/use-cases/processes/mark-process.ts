import { refuseProblems, textProblem } from '@guiche/kit/errors';
import { mark, markLength, markLimit } from '../../domain/processes/marks.ts';
import { defineUseCase } from '../define.ts';
import { refuseStale } from '../refuse-stale.ts';
import { keepChange } from './keep-change.ts';
import { loadAct } from './load-worked.ts';
import type { ActInUnit } from './load-worked.ts';
import { placeOf } from './place-of.ts';

export interface MarkProcess extends ActInUnit {
  readonly marks: readonly string[];
  /** Version of the placement that the marks are based on. */
  readonly expectedVersion: number;
}

/** Sets the marks of the unit on a process (marcadores). */
export const markProcess = defineUseCase({
  name: 'markProcess',
  action: 'process:mark',
  load: loadAct<MarkProcess>,

  run({ input: { marks, expectedVersion }, resource: worked, ...command }, ports) {
    const maximum = String(markLimit);
    const tooMany = { path: 'marks', code: 'TOO_MANY', message: { pt: `Use no máximo ${maximum} marcadores.`, en: `Use at most ${maximum} marks.` } };
    const texts = marks.slice(0, markLimit).map((text, index) => textProblem(`marks.${String(index)}`, text, { max: markLength }));
    refuseProblems([marks.length > markLimit ? tooMany : undefined, ...texts].filter((problem) => problem !== undefined));
    const change = mark(worked, marks, placeOf(worked, command));
    if (change.movements.length > 0) refuseStale(worked.placement, expectedVersion);
    return keepChange(worked, change, ports);
  },
});
