import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { journeys } from '../../scripts/src/journey/journeys.ts';
import { newStory } from '../../scripts/src/journey/story.ts';
import { startWorld } from '../../scripts/src/journey/test-world.ts';
import type { TestWorld } from '../../scripts/src/journey/test-world.ts';

describe('each journey goes from end to end, through the gateway and all five services, as `npm run journey` plays it', () => {
  let world: TestWorld;
  // One system for all of them: every journey brings people and processes of its own.
  beforeAll(async () => {
    world = await startWorld({ name: 'journeys' });
  }, 180_000);
  afterAll(() => world.stop());

  it.each([...journeys])('%s', async (_name, { play, steps }) => {
    const story = newStory(() => undefined);
    await play(story, world);
    expect(story.played).toHaveLength(steps);
  });

  it('seeding again changes nothing', async () => {
    await world.seedAgain();
  });
});
