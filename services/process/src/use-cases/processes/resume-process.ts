import { resume } from '../../domain/processes/suspension.ts';
import { defineUseCase } from '../define.ts';
import { keepChange } from './keep-change.ts';
import { loadAct } from './load-worked.ts';
import type { ActInUnit } from './load-worked.ts';
import { placeOf } from './place-of.ts';

/** Ends the wait of a process (encerrar o sobrestamento). */
export const resumeProcess = defineUseCase({
  name: 'resumeProcess',
  action: 'process:resume',
  load: loadAct<ActInUnit>,
  run: ({ resource: worked, ...command }, ports) => keepChange(worked, resume(worked, placeOf(worked, command)), ports),
});
