import { conclude } from '../../domain/processes/conclusion.ts';
import { defineUseCase } from '../define.ts';
import { draftsInTheWay } from './drafts-in-the-way.ts';
import { keepChange } from './keep-change.ts';
import { loadAct } from './load-worked.ts';
import type { ActInUnit } from './load-worked.ts';
import { placeOf } from './place-of.ts';

/** Finishes a process in one unit (concluir). */
export const concludeProcess = defineUseCase({
  name: 'concludeProcess',
  action: 'process:conclude',
  load: loadAct<ActInUnit>,

  async run({ resource: worked, ...command }, ports) {
    const drafts = await draftsInTheWay(worked.process, ports);
    return keepChange(worked, conclude(worked, { draftsInTheWay: drafts }, placeOf(worked, command)), ports);
  },
});
