import { chanceOf } from '@guiche/kit/testing';
import type { Fault } from './fault.ts';
import { faultWorld } from './fault-world.ts';

/** Plays a fault with each seed in one world; tells of each, and answers how many did not hold. */
export async function playSeeds({ id, what, play }: Fault, seeds: readonly number[], tell: (line: string) => void): Promise<number> {
  tell(`${id} ${what}`);
  let broken = 0;
  let world = await faultWorld();
  try {
    for (const seed of seeds) {
      const startedAt = performance.now();
      const found = await play(world, chanceOf(seed)).catch((error: unknown) => [error instanceof Error ? (error.stack ?? error.message) : String(error)]);
      const took = `${((performance.now() - startedAt) / 1_000).toFixed(1)} s`;
      tell(found.length === 0 ? `  seed ${String(seed)}: holds, ${took}` : `  seed ${String(seed)}: BROKEN, ${took}\n    ${found.join('\n    ')}`);
      if (found.length === 0) continue;
      broken += 1;
      // What is left of it must not break the next.
      await world.stop();
      world = await faultWorld();
    }
  } finally {
    await world.stop();
  }
  return broken;
}
