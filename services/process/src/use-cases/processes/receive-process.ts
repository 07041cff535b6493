import { receive } from '../../domain/processes/receiving.ts';
import { defineUseCase } from '../define.ts';
import { keepChange } from './keep-change.ts';
import { loadAct } from './load-worked.ts';
import type { ActInUnit } from './load-worked.ts';
import { placeOf } from './place-of.ts';

/** Somebody of the unit opens a process that arrived (receber). */
export const receiveProcess = defineUseCase({
  action: 'process:receive',
  load: loadAct<ActInUnit>,
  run: ({ resource: worked, ...command }, ports) => keepChange(worked, receive(worked, placeOf(worked, command)), ports),
});
