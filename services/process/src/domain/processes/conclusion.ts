import { processErrors } from '../errors.ts';
import { unchanged } from './change.ts';
import type { Change } from './change.ts';
import { openPlacement, refuseUnlessAlive, refuseUnlessRunning } from './guards.ts';
import { processConcluded, processReopened } from './process-movements.ts';
import type { Place } from './movement.ts';
import { concluded, takenUpIn } from './placement.ts';
import { concludedIn, openedIn } from './process.ts';
import type { WorkedProcess } from './worked.ts';

/**
 * Finishes the process in this unit (concluir). `draftsInTheWay` are unsigned documents, where the city forbids to leave
 * them behind in the last unit (PR-07); zero where it does not.
 */
export function conclude(worked: WorkedProcess, { draftsInTheWay }: { draftsInTheWay: number }, place: Place): Change {
  const { process, unit } = worked;
  refuseUnlessRunning(process);
  const placement = openPlacement(worked);
  const isLast = process.openUnitIds.every((id) => id === unit.id);
  if (isLast && draftsInTheWay > 0) throw processErrors.UNSIGNED_DOCUMENTS_LEFT({ count: draftsInTheWay });
  return {
    process: concludedIn(process, unit.id),
    placements: [concluded(placement, place.at)],
    movements: [processConcluded(place, unit)],
  };
}

/** Takes it up again in a unit where it was (reabrir), with the assignee it had. */
export function reopen({ process, unit, placement }: WorkedProcess, place: Place): Change {
  refuseUnlessAlive(process);
  if (placement === undefined) throw processErrors.PROCESS_NEVER_IN_UNIT({ acronym: unit.acronym });
  if (placement.state === 'OPEN') return unchanged(process);
  return {
    process: openedIn(process, unit.id),
    placements: [takenUpIn(placement, { process, unitId: unit.id, at: place.at })],
    movements: [processReopened(place, unit)],
  };
}
