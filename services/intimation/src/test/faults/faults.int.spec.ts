import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chanceOf } from '@guiche/kit/testing';
import { faultWorld } from './fault-world.ts';
import type { FaultWorld } from './fault-world.ts';
import { faults } from './faults.ts';

// One seed of each here; twenty by `npm run test:faults`, which prints them and plays one again.
const seed = 20_261_121;

describe('legal dates neither early, twice nor missing (I2, I5, I8)', () => {
  let world: FaultWorld;
  beforeAll(async () => {
    world = await faultWorld();
  });
  afterAll(() => world.stop());

  it.each(faults.map(({ id, what, play }) => [id, what, play] as const))('%s: %s', async (_id, _what, play) => {
    expect(await play(world, chanceOf(seed))).toEqual([]);
  });
});
