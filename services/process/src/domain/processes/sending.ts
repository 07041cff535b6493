import { processErrors } from '../errors.ts';
import type { Unit } from '../settings/municipality.ts';
import { worksInUnit } from '../settings/staff-member.ts';
import type { StaffMember } from '../settings/staff-member.ts';
import type { Change } from './change.ts';
import { openPlacement, refuseUnlessRunning } from './guards.ts';
import { processSent } from './process-movements.ts';
import type { Place } from './movement.ts';
import { arrivedIn, concluded } from './placement.ts';
import type { Placement } from './placement.ts';
import { concludedIn, openedIn } from './process.ts';
import type { Process } from './process.ts';
import type { WorkedProcess } from './worked.ts';

/** A process goes to as many units at once, at most. */
export const destinationLimit = 20;

export interface Sending {
  readonly to: readonly Unit[];
  /** Where the process is or was already. */
  readonly placements: readonly Placement[];
  /** Staff with a credential; looked at for a secret process only. */
  readonly credentialed: readonly StaffMember[];
  readonly keepOpen: boolean;
  readonly note: string | null;
  /** The day the unit wants it back. */
  readonly dueOn: string | null;
}

/** Sends the process to other units, which get it unseen; this one concludes it unless it keeps it open (section 2). */
export function send(worked: WorkedProcess, sending: Sending, place: Place): Change {
  const { process, unit } = worked;
  const { at } = place;
  const { to, keepOpen, note, dueOn } = sending;
  refuseUnlessRunning(process);
  const here = openPlacement(worked);
  for (const target of to) refuseDestination(process, target, { from: unit, credentialed: sending.credentialed });

  const dispatch = { fromUnitId: unit.id, note, dueOn };
  const arrived = to.map((target) => {
    const before = sending.placements.find(({ unitId }) => unitId === target.id);
    return arrivedIn(before, { process, unitId: target.id, at }, { dispatch });
  });
  const left = keepOpen ? process : concludedIn(process, unit.id);
  return {
    process: to.reduce<Process>((so, target) => openedIn(so, target.id), left),
    placements: keepOpen ? arrived : [concluded(here, at), ...arrived],
    movements: [processSent(place, { from: unit, to, keptOpen: keepOpen, dueOn })],
  };
}

/** A secret process is seen by holders of credentials only: without one in the unit it would lie there unseen for ever. */
function refuseDestination(process: Process, target: Unit, { from, credentialed }: { from: Unit; credentialed: readonly StaffMember[] }): void {
  const { acronym } = target;
  if (target.municipalityId !== process.municipalityId) throw processErrors.UNIT_NOT_FOUND({ unitId: target.id });
  if (target.id === from.id) throw processErrors.SENT_TO_ITSELF({ acronym });
  if (!target.active) throw processErrors.UNIT_CANNOT_RECEIVE({ acronym });
  if (process.globalLevel === 'SECRET' && !credentialed.some((member) => worksInUnit(member, target))) {
    throw processErrors.UNIT_WITHOUT_CREDENTIAL({ acronym });
  }
}
