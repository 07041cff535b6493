import { processErrors } from '../errors.ts';
import type { Placement } from './placement.ts';
import type { Process } from './process.ts';
import type { WorkedProcess } from './worked.ts';

/** Refuses an act that only a process that runs allows (PR-01). */
export function refuseUnlessRunning(process: Pick<Process, 'state'>): void {
  switch (process.state) {
    case 'NORMAL':
      return;
    case 'SUSPENDED':
      throw processErrors.PROCESS_SUSPENDED();
    case 'ANNEXED':
      throw processErrors.PROCESS_ANNEXED();
    case 'BLOCKED':
      throw processErrors.PROCESS_BLOCKED();
    case 'CANCELLED':
      throw processErrors.PROCESS_NOT_FOUND();
  }
}

/** The same for an act that a suspended process allows too. */
export function refuseUnlessAlive(process: Pick<Process, 'state'>): void {
  if (process.state !== 'SUSPENDED') refuseUnlessRunning(process);
}

/** The placement of the unit that acts; refuses where the process is not open. */
export function openPlacement({ placement, unit }: Pick<WorkedProcess, 'placement' | 'unit'>): Placement {
  if (placement?.state !== 'OPEN') throw processErrors.PROCESS_NOT_OPEN_IN_UNIT({ acronym: unit.acronym });
  return placement;
}

/** PR-06: a process with an intimation in course is neither suspended nor blocked nor annexed. */
export function refuseWhileIntimated({ intimationsInCourse: [number] }: Pick<Process, 'intimationsInCourse'>): void {
  if (number !== undefined) throw processErrors.INTIMATION_IN_COURSE({ number });
}
