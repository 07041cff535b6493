import { processErrors } from '../errors.ts';
import type { Change } from './change.ts';
import { openPlacement, refuseUnlessRunning, refuseWhileIntimated } from './guards.ts';
import { processBlocked, processResumed, processSuspended } from './process-movements.ts';
import type { Place } from './movement.ts';
import type { Process, ProcessState } from './process.ts';
import type { WorkedProcess } from './worked.ts';

/** Makes the whole process wait (sobrestar), in every unit where it is open. */
export function suspend(worked: WorkedProcess, reason: string, place: Place): Change {
  const { process } = worked;
  refuseUnlessRunning(process);
  openPlacement(worked);
  refuseWhileIntimated(process);
  return inState(process, 'SUSPENDED', [processSuspended(place, reason)]);
}

/** Lets it run again; any unit where it is open may. */
export function resume(worked: WorkedProcess, place: Place): Change {
  const { process } = worked;
  if (process.state !== 'SUSPENDED') throw processErrors.PROCESS_NOT_SUSPENDED();
  openPlacement(worked);
  return inState(process, 'NORMAL', [processResumed(place)]);
}

/** Locks a process that goes on outside this system (PR-11). No unit does that by itself. */
export function block(process: Process, reason: string, place: Place): Change {
  refuseUnlessRunning(process);
  refuseWhileIntimated(process);
  return inState(process, 'BLOCKED', [processBlocked(place, reason)]);
}

function inState(process: Process, state: ProcessState, movements: Change['movements']): Change {
  return { process: { ...process, state, version: process.version + 1 }, placements: [], movements };
}
