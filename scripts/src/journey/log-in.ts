import { graphClient } from '../graph/graph-client.ts';
import type { GraphClient } from '../graph/graph-client.ts';
import * as documents from './documents.ts';
import { expectThat, refusalOf } from './expect-that.ts';
import type { Citizen } from './fresh-citizen.ts';
import type { Story } from './story.ts';
import type { World } from './world.ts';

interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** Logs in by CPF and by e-mail, exchanges the refresh token, and leaves a citizen's client. */
export async function logInCitizen(story: Story, world: World, citizen: Citizen): Promise<GraphClient> {
  const stranger = graphClient(world.graphUrl);
  const { password } = citizen;
  const enter = (login: string) =>
    stranger.ask<{ logIn: { session: Tokens } }>(documents.logIn, { input: { login, password } });

  const session = await story.step('Logs in by CPF with and without mask, and by e-mail', async ({ count }) => {
    await enter(citizen.cpf);
    await enter(citizen.cpf.replace(/\D/g, ''));
    const { data, subgraphRequests } = await enter(citizen.email);
    count(subgraphRequests);
    const wrong = await refusalOf(
      stranger.ask(documents.logIn, { input: { login: citizen.email, password: `${password}x` } }),
    );
    return { value: data.logIn.session, result: `in; a wrong password: ${wrong}` };
  });

  return story.step('Exchanges the refresh token; the old one ends the session when it comes back', async () => {
    const { refreshToken } = session;
    const refresh = () =>
      stranger.ask<{ refreshSession: { session: Tokens } }>(documents.refreshSession, { input: { refreshToken } });
    await refresh();
    const reused = await refusalOf(refresh());
    const { data } = await enter(citizen.email);
    return { value: graphClient(world.graphUrl, data.logIn.session.accessToken), result: `reuse: ${reused}; logged in again` };
  });
}

/** The client of the clerk of Protocolo Geral. */
export async function logInClerk(story: Story, world: World): Promise<GraphClient> {
  return story.step('The clerk of Protocolo Geral logs in', async ({ count }) => {
    const { data, subgraphRequests } = await graphClient(world.graphUrl).ask<{ logInStaff: { session: Tokens } }>(
      documents.logInStaff,
      { input: world.clerk },
    );
    count(subgraphRequests);
    expectThat(data.logInStaff.session.accessToken !== '', 'No token');
    return { value: graphClient(world.graphUrl, data.logInStaff.session.accessToken), result: world.clerk.username };
  });
}
