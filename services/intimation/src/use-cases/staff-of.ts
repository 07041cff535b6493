import type { Principal, StaffPrincipal } from '@guiche/kit/auth';

/** The member of the staff who acts; permissions.ts lets nobody else come this far. */
export function staffOf(actor: Principal): StaffPrincipal {
  if (actor.kind !== 'staff') throw new Error(`Not a member of the staff: ${actor.kind}`);
  return actor;
}
