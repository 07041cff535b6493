import type { Process } from '../processes/process.ts';

/**
 * Who among the staff finds what the public does not: units where the process is or was, and of a secret one its
 * credentialed staff while they work in such a unit. The same rule as `reachOf`, as keys that an index can hold.
 */
export function readersOf(process: Process): string[] {
  if (process.globalLevel !== 'SECRET') return [...process.unitIds];
  return process.credentialedStaffIds.flatMap((staffId) => process.unitIds.map((unitId) => credential(staffId, unitId)));
}

/** The keys by which a member of staff finds such entries. */
export function readerKeys({ staffId, unitIds }: { staffId: string; unitIds: readonly string[] }): string[] {
  return unitIds.flatMap((unitId) => [unitId, credential(staffId, unitId)]);
}

const credential = (staffId: string, unitId: string): string => `${staffId}@${unitId}`;
