import { graphClient } from '../graph/graph-client.ts';
import type { GraphClient } from '../graph/graph-client.ts';
import { download } from './download.ts';
import { expectThat, refusalOf } from './expect-that.ts';
import { freshCitizen } from './fresh-citizen.ts';
import { confirmGrant, previewGrant } from './grant-terms.ts';
import type { GrantTerms } from './grant-terms.ts';
import { mailAbout } from './mails.ts';
import { includePdf, openProcess, protocoloGeral } from './processes.ts';
import type { Story } from './story.ts';
import * as documents from './vista-documents.ts';
import type { World } from './world.ts';

interface IsolatedView {
  readonly processNumber: string;
  readonly documents: { readonly edges: readonly { readonly node: { readonly title: string; readonly file: { readonly sha256: string; readonly downloadUrl: string } } }[] };
}

interface GrantedAccess {
  readonly id: string;
  readonly version: number;
  readonly purpose: { readonly label: string };
  readonly scope: { readonly label: string };
}

/** A unit opens one document to somebody without an account: mailed link, mailed code, half an hour of reading (AE-01, AE-06). */
export async function playIsolatedRecipient(story: Story, world: World, clerk: GraphClient): Promise<void> {
  const recipient = freshCitizen();
  const stranger = graphClient(world.graphUrl);

  const access = await story.step('The unit opens one document of a restricted process to somebody without an account', async ({ count }) => {
    const process = await openProcess(clerk, 'Vistoria de imóvel', { accessLevel: 'RESTRICTED', legalHypothesis: 'informacao-pessoal' });
    const chosen = await includePdf(clerk, process, { title: 'Auto de vistoria', text: 'Auto de vistoria' });
    await includePdf(clerk, process, { title: 'Dados do morador', text: 'Dados do morador' });
    const terms: GrantTerms = {
      processId: process.id,
      unitId: protocoloGeral,
      recipient: { name: recipient.fullName, email: recipient.email },
      reason: 'Perito nomeado',
      scope: 'PARTIAL',
      documentIds: [chosen.id],
      validityDays: 5,
    };
    const preview = await previewGrant(clerk, terms);
    expectThat(preview.documentCount === 1, `It would open ${String(preview.documentCount)} documents`);
    const authorization = await confirmGrant(clerk, terms, preview.sha256, world.clerk.password);
    const { data, subgraphRequests } = await clerk.ask<{ grantAccess: { access: GrantedAccess } }>(documents.grantAccess, { input: { ...terms, authorization } });
    count(subgraphRequests);
    const { purpose, scope } = data.grantAccess.access;
    return { value: { ...data.grantAccess.access, process }, result: `${process.number}: ${purpose.label}, ${scope.label}, until ${preview.expiresOn}` };
  });

  const link = await story.step('The mail has a link, which alone opens nothing', async () => {
    const mail = await mailAbout(world.mailboxUrl, recipient.email, access.process.number);
    const found = decodeURIComponent(/acesso-externo#(\S+)/.exec(mail.text)?.[1] ?? '');
    expectThat(found !== '', `The mail has no link: ${mail.text}`);
    const alone = await refusalOf(stranger.ask(documents.isolatedAccess, { token: found }));
    const guessed = await refusalOf(stranger.ask(documents.openIsolatedAccess, { input: { link: found, code: '000000' } }));
    return { value: found, result: `the link as a session: ${alone}; a guessed code: ${guessed}` };
  });

  const token = await story.step('A code comes to the same address and works once', async ({ count }) => {
    await stranger.ask(documents.requestIsolatedAccessCode, { input: { link } });
    const mail = await mailAbout(world.mailboxUrl, recipient.email, 'Código de acesso');
    const code = /\b\d{6}\b/.exec(mail.text)?.[0] ?? '';
    const open = () => stranger.ask<{ openIsolatedAccess: { token: string } }>(documents.openIsolatedAccess, { input: { link, code } });
    const { data, subgraphRequests } = await open();
    count(subgraphRequests);
    return { value: data.openIsolatedAccess.token, result: `open; the code a second time: ${await refusalOf(open())}` };
  });

  await story.step('Reads the chosen document and no other (AE-02)', async ({ count }) => {
    const { data, subgraphRequests } = await stranger.ask<{ isolatedAccess: IsolatedView }>(documents.isolatedAccess, { token });
    count(subgraphRequests);
    const seen = data.isolatedAccess.documents.edges.map(({ node }) => node);
    expectThat(seen.map(({ title }) => title).join() === 'Auto de vistoria', `Sees ${seen.map(({ title }) => title).join()}`);
    for (const { file } of seen) await download(file);
    return { value: undefined, result: `${data.isolatedAccess.processNumber}: Auto de vistoria` };
  });

  await story.step('When the unit cancels, session and link end at once (AE-03)', async ({ count }) => {
    const { subgraphRequests } = await clerk.ask(documents.cancelAccess, {
      input: { accessId: access.id, reason: 'Perícia concluída', expectedVersion: access.version },
    });
    count(subgraphRequests);
    const session = await refusalOf(stranger.ask(documents.isolatedAccess, { token }));
    const again = await refusalOf(stranger.ask(documents.requestIsolatedAccessCode, { input: { link } }));
    return { value: undefined, result: `session: ${session}; link: ${again}` };
  });
}
