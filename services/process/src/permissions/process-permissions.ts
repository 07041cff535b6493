import { definePermissions } from '@guiche/kit/auth';
import type { Principal, StaffPrincipal } from '@guiche/kit/auth';
import { processErrors } from '../domain/errors.ts';
import type { ReadableProcess } from '../domain/processes/reading.ts';
import type { UnitProcess, WorkedPair, WorkedProcess } from '../domain/processes/worked.ts';
import type { Unit } from '../domain/settings/municipality.ts';
import { readsProcess } from './reader-of.ts';
import { worksIn, attends } from './staff-rights.ts';

/** What each action is judged on. */
export interface ProcessResources {
  'process:open': Unit;
  'process:receive': WorkedProcess;
  'process:assign': WorkedProcess;
  'process:send': WorkedProcess;
  'process:conclude': WorkedProcess;
  'process:reopen': WorkedProcess;
  'process:suspend': WorkedProcess;
  'process:resume': WorkedProcess;
  'process:update': WorkedProcess;
  'process:mark': WorkedProcess;
  'process:annex': WorkedPair;
  'process:detach': WorkedPair;
  'process:relate': WorkedPair;
  'process:unrelate': WorkedPair;
  'credential:grant': WorkedProcess;
  'credential:revoke': WorkedProcess;
  'unit-process:list': Unit;
  'unit-process:read': UnitProcess;
  'process:read': ReadableProcess;
  'process:read-contents': readonly ReadableProcess[];
  'process:list-own': null;
}

const readsAll = (actor: Principal, processes: readonly ReadableProcess[]): boolean =>
  processes.every((process) => readsProcess(actor, process));
const attendsBoth = (staff: StaffPrincipal, pair: WorkedPair): boolean => attends(staff, pair) && readsProcess(staff, pair.other);
const readsOwn = (staff: StaffPrincipal, { unitId, process }: UnitProcess): boolean =>
  staff.unitIds.includes(unitId) && readsProcess(staff, process);
const byUnit = { staff: attends, denied: processErrors.PROCESS_NOT_FOUND };
const onPair = { staff: attendsBoth, denied: processErrors.PROCESS_NOT_FOUND };

/** Processes, in units and as a whole. */
export const processPermissions = definePermissions<ProcessResources>({
  'process:open': { staff: worksIn, denied: processErrors.UNIT_NOT_FOUND },
  'process:receive': byUnit,
  'process:assign': byUnit,
  'process:send': byUnit,
  'process:conclude': byUnit,
  'process:reopen': byUnit,
  'process:suspend': byUnit,
  'process:resume': byUnit,
  'process:update': byUnit,
  'process:mark': byUnit,
  'process:annex': onPair,
  'process:detach': onPair,
  'process:relate': onPair,
  'process:unrelate': onPair,
  // Who reads a secret process has a credential; of another there are none to give.
  'credential:grant': byUnit,
  'credential:revoke': byUnit,
  'unit-process:list': { staff: worksIn, denied: processErrors.UNIT_NOT_FOUND },
  'unit-process:read': { staff: readsOwn, denied: processErrors.PROCESS_NOT_FOUND },
  'process:read': { person: readsProcess, staff: readsProcess, scope: 'process:read', denied: processErrors.PROCESS_NOT_FOUND },
  'process:read-contents': { person: readsAll, staff: readsAll, scope: 'process:read', denied: processErrors.PROCESS_NOT_FOUND },
  'process:list-own': { person: true, scope: 'process:read' },
});
