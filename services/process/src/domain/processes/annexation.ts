import { processErrors } from '../errors.ts';
import type { Change } from './change.ts';
import { openPlacement, refuseUnlessRunning, refuseWhileIntimated } from './guards.ts';
import { annexedTo, detachedFrom, releasedAnnex, tookAnnex } from './process-movements.ts';
import type { Movement, Place } from './movement.ts';
import { concluded, takenUpIn } from './placement.ts';
import type { Placement } from './placement.ts';
import { concludedIn, openedIn } from './process.ts';
import type { Process } from './process.ts';
import type { WorkedProcess } from './worked.ts';

/** What happens to the annex and to the principal process. */
export interface Annexation {
  readonly annex: Change;
  /** Nothing of it changes but the version: two annexations that know nothing of each other must meet somewhere. */
  readonly principal: Change;
}

/** Places of the act in both histories. */
export interface TwoPlaces {
  readonly principal: Place;
  readonly annex: Place;
}

/**
 * Makes a process part of another one (anexar), in a unit where both are open and the annex nowhere else, so that nobody
 * loses it while working on it. It goes on inside the principal process.
 */
export function annex(
  principal: WorkedProcess,
  { process: other, placement, unit }: WorkedProcess,
  { draftsInTheWay }: { draftsInTheWay: number },
  places: TwoPlaces,
): Annexation {
  if (principal.process.id === other.id) throw processErrors.SAME_PROCESS();
  for (const process of [principal.process, other]) refuseUnlessRunning(process);
  openPlacement(principal);
  const here = openPlacement({ placement, unit });
  refuseWhileIntimated(other);
  if (other.openUnitIds.some((id) => id !== unit.id)) throw processErrors.PROCESS_OPEN_ELSEWHERE();
  if ((other.globalLevel === 'SECRET') !== (principal.process.globalLevel === 'SECRET')) throw processErrors.SECRECY_DIFFERS();
  if (draftsInTheWay > 0) throw processErrors.UNSIGNED_DOCUMENTS_LEFT({ count: draftsInTheWay });
  return {
    annex: {
      process: { ...concludedIn(other, unit.id), state: 'ANNEXED', annexedToId: principal.process.id },
      placements: [concluded(here, places.annex.at)],
      movements: [annexedTo(places.annex, principal.process)],
    },
    principal: noting(principal.process, tookAnnex(places.principal, other)),
  };
}

/** Takes an annex out again (desanexar): it runs by itself, open in the unit that does it. */
export function detach(
  principal: WorkedProcess,
  { process: other, placement }: { process: Process; placement: Placement | undefined },
  reason: string,
  places: TwoPlaces,
): Annexation {
  refuseUnlessRunning(principal.process);
  openPlacement(principal);
  if (other.state !== 'ANNEXED' || other.annexedToId !== principal.process.id) throw processErrors.PROCESS_NOT_ANNEXED();
  const [number] = other.shownByIntimations;
  if (number !== undefined) throw processErrors.PROCESS_SHOWN_BY_INTIMATION({ number });
  const unitId = principal.unit.id;
  return {
    annex: {
      process: { ...openedIn(other, unitId), state: 'NORMAL', annexedToId: null },
      placements: [takenUpIn(placement, { process: other, unitId, at: places.annex.at })],
      movements: [detachedFrom(places.annex, principal.process, reason)],
    },
    principal: noting(principal.process, releasedAnnex(places.principal, other, reason)),
  };
}

function noting(process: Process, movement: Movement): Change {
  return { process: { ...process, version: process.version + 1 }, placements: [], movements: [movement] };
}
