import type { Story } from '../story.ts';
import type { World } from '../world.ts';
import { playBonds } from './bonds.ts';
import { playConsultation } from './fulfil.ts';
import { playIssue } from './issue.ts';
import { playEndedRight, playHeldAccess, playNullity } from './nullity.ts';
import { playResponses } from './respond.ts';
import { playSealed } from './sealed.ts';
import { setTheStage } from './stage.ts';
import { playTacitDeadline } from './tacit.ts';

/** Five weeks of an intimation in the training municipality, whose clock is moved: nobody has to wait for a legal date. */
export async function playIntimation(story: Story, world: World): Promise<void> {
  const stage = await setTheStage(story, world);
  const { act, order } = await playIssue(story, stage);
  await playBonds(story, stage, order);
  await playSealed(story, stage, act);
  await playConsultation(story, stage, act);
  await playHeldAccess(story, stage);
  await playTacitDeadline(story, stage, act);
  await playResponses(story, stage, act);
  await playEndedRight(story, stage, act);
  await playNullity(story, stage, act);
}
