import type { Movement } from './movement.ts';
import type { Placement } from './placement.ts';
import type { Process } from './process.ts';

/**
 * What one act changes, and the lines of history it leaves: all of it is written in one transaction, or nothing. Without
 * a movement the act found everything as it wants it.
 */
export interface Change {
  readonly process: Process;
  readonly placements: readonly Placement[];
  readonly movements: readonly Movement[];
}

/** The answer to an act that was done already. */
export function unchanged(process: Process): Change {
  return { process, placements: [], movements: [] };
}
