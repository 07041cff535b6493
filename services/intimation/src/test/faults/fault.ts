import type { Chance } from '@guiche/kit/testing';
import type { FaultWorld } from './fault-world.ts';

/** One fault of reliability.md section 4, played once; answers what did not hold. */
export interface Fault {
  readonly id: string;
  readonly what: string;
  play(world: FaultWorld, chance: Chance): Promise<readonly string[]>;
}
