import { processErrors } from '../errors.ts';
import type { StaffMember } from '../settings/staff-member.ts';
import { unchanged } from './change.ts';
import type { Change } from './change.ts';
import { refuseUnlessAlive } from './guards.ts';
import { credentialGranted, credentialRevoked } from './process-movements.ts';
import type { Place } from './movement.ts';
import type { Process } from './process.ts';

/** A secret process is for few. */
export const credentialLimit = 100;

/** Lets one more member of the city's staff read a secret process (conceder credencial). `member` undefined is a stranger. */
export function grantCredential(process: Process, member: StaffMember | undefined, place: Place): Change {
  refuseUnlessSecret(process);
  if (member === undefined || !member.active || member.municipalityId !== process.municipalityId) throw processErrors.NOT_ON_THE_STAFF();
  if (process.credentialedStaffIds.includes(member.id)) return unchanged(process);
  if (process.credentialedStaffIds.length >= credentialLimit) throw processErrors.TOO_MANY_CREDENTIALS({ maximum: credentialLimit });
  const credentialedStaffIds = [...process.credentialedStaffIds, member.id];
  return { process: { ...process, credentialedStaffIds }, placements: [], movements: [credentialGranted(place, member.id)] };
}

/** Takes a credential back (cassar), one's own too; somebody must go on seeing the process. */
export function revokeCredential(process: Process, staffId: string, place: Place): Change {
  refuseUnlessSecret(process);
  if (!process.credentialedStaffIds.includes(staffId)) return unchanged(process);
  const credentialedStaffIds = process.credentialedStaffIds.filter((id) => id !== staffId);
  if (credentialedStaffIds.length === 0) throw processErrors.LAST_CREDENTIAL();
  return { process: { ...process, credentialedStaffIds }, placements: [], movements: [credentialRevoked(place, staffId)] };
}

function refuseUnlessSecret(process: Process): void {
  refuseUnlessAlive(process);
  if (process.globalLevel !== 'SECRET') throw processErrors.PROCESS_NOT_SECRET();
}
