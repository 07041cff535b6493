import { processErrors } from '../errors.ts';
import type { StaffMember } from '../settings/staff-member.ts';
import { worksInUnit } from '../settings/staff-member.ts';
import { unchanged } from './change.ts';
import type { Change } from './change.ts';
import { openPlacement, refuseUnlessAlive } from './guards.ts';
import { processAssigned } from './process-movements.ts';
import type { Place } from './movement.ts';
import type { WorkedProcess } from './worked.ts';

/** Gives the process in this unit to one of its staff, or to nobody (atribuir, PR-03). `assignee` undefined is a stranger. */
export function assign(worked: WorkedProcess, assignee: StaffMember | null | undefined, place: Place): Change {
  const { process, unit } = worked;
  refuseUnlessAlive(process);
  const placement = openPlacement(worked);
  if (assignee !== null) {
    if (assignee === undefined || !worksInUnit(assignee, unit)) throw processErrors.ASSIGNEE_NOT_IN_UNIT();
    if (process.globalLevel === 'SECRET' && !process.credentialedStaffIds.includes(assignee.id)) {
      throw processErrors.ASSIGNEE_WITHOUT_CREDENTIAL();
    }
  }
  const assigneeId = assignee?.id ?? null;
  if (assigneeId === placement.assigneeId) return unchanged(process);
  return {
    process,
    placements: [{ ...placement, assigneeId, version: placement.version + 1 }],
    movements: [processAssigned(place, unit, assigneeId)],
  };
}
