import { assign } from '../../domain/processes/assignment.ts';
import { defineUseCase } from '../define.ts';
import { refuseStale } from '../refuse-stale.ts';
import { keepChange } from './keep-change.ts';
import { loadAct } from './load-worked.ts';
import type { ActInUnit } from './load-worked.ts';
import { placeOf } from './place-of.ts';

export interface AssignProcess extends ActInUnit {
  /** Null takes the assignment back. */
  readonly assigneeId?: string | null | undefined;
  /** Version of the placement that the choice is based on. */
  readonly expectedVersion?: number | null | undefined;
}

/** Gives a process to one of the unit's staff, or to nobody (atribuir). */
export const assignProcess = defineUseCase({
  name: 'assignProcess',
  action: 'process:assign',
  load: loadAct<AssignProcess>,

  async run({ input: { assigneeId = null, expectedVersion }, resource: worked, ...command }, ports) {
    const assignee = assigneeId === null ? null : (await ports.staff.findMany([assigneeId]))[0];
    const change = assign(worked, assignee, placeOf(worked, command));
    if (change.movements.length > 0) refuseStale(worked.placement, expectedVersion);
    return keepChange(worked, change, ports);
  },
});
