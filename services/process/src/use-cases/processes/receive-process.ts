import { receive } from '../../domain/processes/receiving.ts';
import { defineUseCase } from '../define.ts';
import { keepChange } from './keep-change.ts';
import { loadAct } from './load-worked.ts';
import type { ActInUnit } from './load-worked.ts';
import { placeOf } from './place-of.ts';

/** Somebody of the unit opens a process that arrived (receber): what other units issued in it is locked from now on. */
export const receiveProcess = defineUseCase({
  name: 'receiveProcess',
  action: 'process:receive',
  load: loadAct<ActInUnit>,
  async run({ resource: worked, ...command }, ports) {
    const change = receive(worked, placeOf(worked, command));
    if (change.placements.length > 0) await ports.documents.lockIssued(worked.process.id, worked.unit.id);
    return keepChange(worked, change, ports);
  },
});
