import { graphClient } from '../graph/graph-client.ts';
import type { GraphClient } from '../graph/graph-client.ts';
import * as documents from './documents.ts';
import { freshCitizen } from './fresh-citizen.ts';
import type { Citizen } from './fresh-citizen.ts';
import { register } from './register.ts';
import { newStory } from './story.ts';
import type { World } from './world.ts';

/** Logs in straight away: a journey's wrong passwords would slow the address down where many log in. */
export async function enter(world: World, { email, password }: Citizen): Promise<GraphClient> {
  const { data } = await graphClient(world.graphUrl).ask<{ logIn: { session: { accessToken: string } } }>(documents.logIn, {
    input: { login: email, password },
  });
  return graphClient(world.graphUrl, data.logIn.session.accessToken);
}

/** Somebody new who has confirmed the e-mail address and is logged in, without any accreditation. */
export async function newcomer(world: World): Promise<{ readonly citizen: Citizen; readonly graph: GraphClient }> {
  const citizen = freshCitizen();
  await register(newStory(() => undefined), world, citizen);
  return { citizen, graph: await enter(world, citizen) };
}
