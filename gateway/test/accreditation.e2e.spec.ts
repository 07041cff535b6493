import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startWorld } from '../../scripts/src/journey/test-world.ts';
import type { TestWorld } from '../../scripts/src/journey/test-world.ts';
import { playAccreditation } from '../../scripts/src/journey/accreditation.ts';
import { newStory } from '../../scripts/src/journey/story.ts';

describe('a citizen of Campinas gets accredited', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await startWorld({ name: 'accreditation' });
  }, 180_000);
  afterAll(() => world.stop());

  it('from pre-registration to full release, through all five services, and the other ends', async () => {
    const story = newStory(() => undefined);
    await playAccreditation(story, world);
    expect(story.played.length).toBeGreaterThan(20);
  });

  it('seeding again changes nothing', async () => {
    await world.seedAgain();
  });
});
