import { reopen } from '../../domain/processes/conclusion.ts';
import { defineUseCase } from '../define.ts';
import { keepChange } from './keep-change.ts';
import { loadAct } from './load-worked.ts';
import type { ActInUnit } from './load-worked.ts';
import { placeOf } from './place-of.ts';

/** Takes a process up again in a unit where it was (reabrir). */
export const reopenProcess = defineUseCase({
  name: 'reopenProcess',
  action: 'process:reopen',
  load: loadAct<ActInUnit>,
  run: ({ resource: worked, ...command }, ports) => keepChange(worked, reopen(worked, placeOf(worked, command)), ports),
});
