import { suspend } from '../../domain/processes/suspension.ts';
import { defineUseCase } from '../define.ts';
import { keepChange } from './keep-change.ts';
import { loadAct } from './load-worked.ts';
import type { ActInUnit } from './load-worked.ts';
import { placeOf } from './place-of.ts';
import { refuseReason } from './refuse-reason.ts';

export interface ActWithReason extends ActInUnit {
  readonly reason: string;
}

/** Makes a process wait (sobrestar). */
export const suspendProcess = defineUseCase({
  name: 'suspendProcess',
  action: 'process:suspend',
  load: loadAct<ActWithReason>,

  run({ input: { reason }, resource: worked, ...command }, ports) {
    refuseReason(reason);
    return keepChange(worked, suspend(worked, reason, placeOf(worked, command)), ports);
  },
});
