import { processErrors } from '../errors.ts';
import { openPlacement, refuseUnlessAlive } from './guards.ts';
import type { Process } from './process.ts';
import type { WorkedProcess } from './worked.ts';

/** Two processes that belong together (relacionados); neither is part of the other. */
export interface Relation {
  readonly processIds: readonly [string, string];
  readonly municipalityId: string;
  readonly at: Date;
}

/** Refuses what cannot be related, or unrelated, from this unit. */
export function refuseRelation(worked: WorkedProcess, other: Pick<Process, 'id' | 'municipalityId'>): void {
  refuseUnlessAlive(worked.process);
  openPlacement(worked);
  if (worked.process.id === other.id) throw processErrors.SAME_PROCESS();
  if (worked.process.municipalityId !== other.municipalityId) throw processErrors.PROCESS_NOT_FOUND();
}
