import { unchanged } from './change.ts';
import type { Change } from './change.ts';
import { openPlacement } from './guards.ts';
import { processReceived } from './process-movements.ts';
import type { Place } from './movement.ts';
import { seenBy } from './placement.ts';
import type { WorkedProcess } from './worked.ts';

/** Somebody of the unit opens a process that arrived (receber): it is no longer red (PR-03, PR-04). */
export function receive(worked: WorkedProcess, place: Place): Change {
  const { process, unit } = worked;
  const placement = openPlacement(worked);
  if (placement.seen) return unchanged(process);
  return { process, placements: [seenBy(placement)], movements: [processReceived(place, unit)] };
}
