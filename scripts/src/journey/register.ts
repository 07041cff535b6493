import { graphClient } from '../graph/graph-client.ts';
import * as documents from './documents.ts';
import { expectThat, refusalOf } from './expect-that.ts';
import type { Citizen } from './fresh-citizen.ts';
import { mailAbout } from './mails.ts';
import { solveChallenge } from './solve-challenge.ts';
import type { Story } from './story.ts';
import type { World } from './world.ts';

/** Everything ID-01 asks for. */
function registrationOf(citizen: Citizen, challengeSolution: string) {
  return {
    municipalityId: 'campinas',
    fullName: citizen.fullName,
    foreigner: false,
    cpf: citizen.cpf,
    rg: '12.345.678-9',
    rgIssuer: 'SSP/SP',
    mobile: '(19) 99999-0000',
    address: {
      street: 'Rua Barão de Jaguara, 1000',
      district: 'Centro',
      country: 'Brasil',
      state: 'SP',
      city: 'Campinas',
      postalCode: '13015-001',
    },
    email: citizen.email,
    password: citizen.password,
    passwordConfirmation: citizen.password,
    termsAccepted: true,
    challengeSolution,
  };
}

/** Pre-registration and confirmation of the e-mail (ID-01, ID-02, ID-03). */
export async function register(story: Story, world: World, citizen: Citizen): Promise<void> {
  const stranger = graphClient(world.graphUrl);
  const solve = async (): Promise<string> => {
    const { data } = await stranger.ask<{ registrationChallenge: { challenge: string } }>(documents.registrationChallenge);
    return solveChallenge(data.registrationChallenge.challenge);
  };

  await story.step('Pre-registration with mistakes is refused with all of them at once', async () => {
    const wrong = { ...registrationOf(citizen, await solve()), cpf: '111.111.111-11', email: 'nobody', passwordConfirmation: 'x' };
    const refused = await stranger.ask(documents.preRegister, { input: wrong }).then(
      () => undefined,
      (error: { code: string; details: { fields?: readonly { path: string }[] } }) => error,
    );
    const paths = refused?.details.fields?.map(({ path }) => path) ?? [];
    for (const path of ['cpf', 'email', 'passwordConfirmation']) expectThat(paths.includes(path), `No complaint about ${path}`);
    return { value: undefined, result: `refused: ${paths.join(', ')}` };
  });

  await story.step('Pre-registration', async ({ count }) => {
    const { data, subgraphRequests } = await stranger.ask<{ preRegister: { message: string } }>(documents.preRegister, {
      input: registrationOf(citizen, await solve()),
    });
    count(subgraphRequests);
    return { value: undefined, result: data.preRegister.message };
  });

  await story.step('The mail with the confirmation link arrives, and the link works once', async ({ count }) => {
    const mail = await mailAbout(world.mailboxUrl, citizen.email, 'confirme');
    const token = decodeURIComponent(/confirmar-email#(\S+)/.exec(mail.text)?.[1] ?? '');
    expectThat(token !== '', 'The mail has no link');
    const { subgraphRequests } = await stranger.ask(documents.confirmEmail, { input: { token } });
    count(subgraphRequests);
    const second = await refusalOf(stranger.ask(documents.confirmEmail, { input: { token } }));
    return { value: undefined, result: `confirmed; a second time: ${second}` };
  });
}
