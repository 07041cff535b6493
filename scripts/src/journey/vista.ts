import type { GraphClient } from '../graph/graph-client.ts';
import { download } from './download.ts';
import { newcomer } from './enter.ts';
import { expectThat, refusalOf } from './expect-that.ts';
import type { Citizen } from './fresh-citizen.ts';
import { confirmGrant, previewGrant } from './grant-terms.ts';
import type { GrantTerms } from './grant-terms.ts';
import { playIsolatedRecipient } from './isolated-recipient.ts';
import { logInClerk } from './log-in.ts';
import { mailAbout } from './mails.ts';
import { processByNumber } from './process-documents.ts';
import { includePdf, openProcess, protocoloGeral } from './processes.ts';
import type { OpenedProcess } from './processes.ts';
import type { Story } from './story.ts';
import * as documents from './vista-documents.ts';
import type { World } from './world.ts';

interface Lawyer {
  readonly citizen: Citizen;
  readonly graph: GraphClient;
}

interface WaitingRequest {
  readonly id: string;
  readonly version: number;
  readonly processNumber: string;
  readonly reason: string;
  readonly capacity: { readonly label: string };
  readonly requester: { readonly id: string; readonly fullName: string };
}

interface ReleasedProcess {
  readonly number: string;
  readonly documents: { readonly edges: readonly { readonly node: { readonly title: string; readonly file: { readonly sha256: string; readonly downloadUrl: string } } }[] };
}

const restricted = { accessLevel: 'RESTRICTED', legalHypothesis: 'informacao-pessoal' };
const unitMail = 'protocolo@campinas.guiche.test';

/** A lawyer asks to see restricted processes: one is granted and later taken back, one is denied; then AE-01 without an account. */
export async function playVista(story: Story, world: World): Promise<void> {
  const clerk = await logInClerk(story, world);
  const lawyer = await story.step('A lawyer registers and logs in; an accreditation is not needed', async () => {
    const came = await newcomer(world);
    return { value: came, result: came.citizen.fullName };
  });
  const [shown, denied] = await story.step('The unit has two restricted processes', async () => {
    const [first, second] = [await openProcess(clerk, 'Auxílio aluguel', restricted), await openProcess(clerk, 'Cesta básica', restricted)];
    await includePdf(clerk, first, { title: 'Laudo social', text: 'Laudo social da familia' });
    return { value: [first, second] as const, result: `${first.number}, ${second.number}` };
  });
  await isShutOut(story, clerk, lawyer, shown);
  await asks(story, world, lawyer, shown);
  await grants(story, world, clerk, lawyer, shown);
  await reads(story, clerk, lawyer, shown);
  await isDenied(story, world, clerk, lawyer, denied);
  await losesAccess(story, world, clerk, lawyer, shown);
  await playIsolatedRecipient(story, world, clerk);
}

async function isShutOut(story: Story, clerk: GraphClient, { graph }: Lawyer, process: OpenedProcess): Promise<void> {
  await story.step('The lawyer may not read it; asking for a secret one answers as for none', async () => {
    const read = await refusalOf(graph.ask(processByNumber, { municipalityId: 'campinas', number: process.number }));
    const secret = await openProcess(clerk, 'Apuração', { typeKey: 'disciplinary', accessLevel: 'SECRET', legalHypothesis: 'procedimento-disciplinar' });
    const codes = [];
    for (const number of [secret.number, 'PMC.1999.00000001-00']) codes.push(await refusalOf(request(graph, number)));
    expectThat(codes[0] === codes[1], `A secret process answers ${codes.join(', an unknown one ')}`);
    return { value: undefined, result: `reading: ${read}; secret and unknown: ${codes[0] ?? ''}` };
  });
}

function request(graph: GraphClient, number: string) {
  return graph.ask<{ requestVista: { request: { state: { label: string } } } }>(documents.requestVista, {
    input: { number: { municipalityId: 'campinas', number }, capacity: 'LAWYER', reason: 'Defesa dos interesses da minha cliente' },
  });
}

async function asks(story: Story, world: World, { graph }: Lawyer, process: OpenedProcess): Promise<void> {
  await story.step('Asks to see it, by its number in any formatting; once (VI-02)', async ({ count }) => {
    const { data, subgraphRequests } = await request(graph, process.number.toLowerCase().replace(/\W/g, ' '));
    count(subgraphRequests);
    const twice = await refusalOf(request(graph, process.number));
    return { value: undefined, result: `${data.requestVista.request.state.label}; a second time: ${twice}` };
  });
  await story.step('The unit is told by mail', async () => {
    const mail = await mailAbout(world.mailboxUrl, unitMail, `Pedido de vista do processo ${process.number}`);
    return { value: undefined, result: mail.subject };
  });
}

async function waitingFor(clerk: GraphClient, process: OpenedProcess) {
  const { data, subgraphRequests } = await clerk.ask<{ vistaRequests: { edges: readonly { node: WaitingRequest }[] } }>(
    documents.vistaRequests,
    { unitId: protocoloGeral, state: 'OPEN' },
  );
  const found = data.vistaRequests.edges.find(({ node }) => node.processNumber === process.number)?.node;
  expectThat(found !== undefined, 'The unit does not see the request');
  return { found, subgraphRequests };
}

async function grants(story: Story, world: World, clerk: GraphClient, { citizen }: Lawyer, process: OpenedProcess): Promise<void> {
  const asked = await story.step('The unit sees who asks, as what and why', async ({ count }) => {
    const { found, subgraphRequests } = await waitingFor(clerk, process);
    count(subgraphRequests);
    expectThat(found.requester.fullName === citizen.fullName, 'The request is of somebody else');
    return { value: found, result: `${found.requester.fullName}, ${found.capacity.label}: ${found.reason}` };
  });

  const expiresOn = await story.step('Looks at what granting would open, and grants for 30 days by the password (AE-01)', async ({ count }) => {
    const terms: GrantTerms = {
      processId: process.id, unitId: protocoloGeral, recipient: { personId: asked.requester.id }, reason: 'Procuração apresentada', scope: 'INTEGRAL', validityDays: 30,
    };
    const preview = await previewGrant(clerk, terms);
    const wrong = await refusalOf(confirmGrant(clerk, terms, preview.sha256, `${world.clerk.password}x`));
    const confirm = () => confirmGrant(clerk, terms, preview.sha256, world.clerk.password);
    const { reason, scope, validityDays } = terms;
    const input = { requestId: asked.id, unitId: protocoloGeral, reason, scope, validityDays, expectedVersion: asked.version };
    const noDays = await refusalOf(previewGrant(clerk, { ...terms, validityDays: 0 }));
    const other = await refusalOf(clerk.ask(documents.grantVista, { input: { ...input, validityDays: 31, authorization: await confirm() } }));
    const { data, subgraphRequests } = await clerk.ask<{ grantVista: { request: { state: { label: string } } } }>(documents.grantVista, {
      input: { ...input, authorization: await confirm() },
    });
    count(subgraphRequests);
    return {
      value: preview.expiresOn,
      result: `${data.grantVista.request.state.label}, ${preview.scope.label}, until ${preview.expiresOn}; 0 days: ${noDays}; wrong password: ${wrong}; other terms than confirmed: ${other}`,
    };
  });

  await story.step('The lawyer is told by mail until when', async () => {
    const mail = await mailAbout(world.mailboxUrl, citizen.email, `${process.number} deferido`);
    const [year, month, day] = expiresOn.split('-');
    expectThat(mail.text.includes(`${day ?? ''}/${month ?? ''}/${year ?? ''}`), `The mail does not say until when: ${mail.text}`);
    return { value: undefined, result: mail.subject };
  });
}

async function releasedTo(graph: GraphClient, process: OpenedProcess) {
  const { data, subgraphRequests } = await graph.ask<{ releasedProcesses: { edges: readonly { node: ReleasedProcess }[] } }>(documents.releasedProcesses);
  return { found: data.releasedProcesses.edges.find(({ node }) => node.number === process.number)?.node, subgraphRequests };
}

async function reads(story: Story, clerk: GraphClient, { graph }: Lawyer, process: OpenedProcess): Promise<void> {
  await story.step('Finds it in Processos Liberados and reads its documents, also those that come later (AE-02, VI-01)', async ({ count }) => {
    await includePdf(clerk, process, { title: 'Parecer técnico', text: 'Parecer favoravel' });
    const { found, subgraphRequests } = await releasedTo(graph, process);
    count(subgraphRequests);
    const seen = found?.documents.edges.map(({ node }) => node) ?? [];
    expectThat(seen.map(({ title }) => title).join() === 'Laudo social,Parecer técnico', `Sees ${seen.map(({ title }) => title).join()}`);
    for (const { file } of seen) await download(file);
    const again = await refusalOf(request(graph, process.number));
    return { value: undefined, result: `${seen.map(({ title }) => title).join(', ')}; asking again: ${again}` };
  });
}

async function isDenied(story: Story, world: World, clerk: GraphClient, { citizen, graph }: Lawyer, process: OpenedProcess): Promise<void> {
  await story.step('Asks to see the other one; the unit denies with the reason', async ({ count }) => {
    await request(graph, process.number);
    const { found } = await waitingFor(clerk, process);
    const input = { requestId: found.id, unitId: protocoloGeral, expectedVersion: found.version };
    const noReason = await refusalOf(clerk.ask(documents.denyVista, { input: { ...input, reason: ' ' } }));
    const { data, subgraphRequests } = await clerk.ask<{ denyVista: { request: { state: { label: string } } } }>(documents.denyVista, {
      input: { ...input, reason: 'Falta a procuração' },
    });
    count(subgraphRequests);
    return { value: undefined, result: `${data.denyVista.request.state.label}; without a reason: ${noReason}` };
  });

  await story.step('The lawyer reads the reason in the mail and in Meus Pedidos, and sees nothing of the process', async ({ count }) => {
    const mail = await mailAbout(world.mailboxUrl, citizen.email, `${process.number} indeferido`);
    expectThat(mail.text.includes('Falta a procuração'), 'The mail does not say why');
    type Mine = { myVistaRequests: { edges: readonly { node: { processNumber: string; state: { label: string }; answerReason: string | null } }[] } };
    const { data, subgraphRequests } = await graph.ask<Mine>(documents.myVistaRequests);
    count(subgraphRequests);
    const mine = data.myVistaRequests.edges.map(({ node }) => node);
    expectThat(mine.find(({ processNumber }) => processNumber === process.number)?.answerReason === 'Falta a procuração', 'Meus Pedidos does not say why');
    expectThat((await releasedTo(graph, process)).found === undefined, 'The denied process is released');
    return { value: undefined, result: mine.map(({ processNumber, state }) => `${processNumber} ${state.label}`).join(', ') };
  });
}

async function losesAccess(story: Story, world: World, clerk: GraphClient, { citizen, graph }: Lawyer, process: OpenedProcess): Promise<void> {
  await story.step('The unit takes the access back with a reason; nothing is left of it at once (AE-03)', async ({ count }) => {
    type Accesses = { processAccesses: { edges: readonly { node: { id: string; version: number; purpose: { value: string; label: string } } }[] } };
    const { data } = await clerk.ask<Accesses>(documents.processAccesses, { processId: process.id, state: 'ACTIVE' });
    const [access] = data.processAccesses.edges.map(({ node }) => node);
    expectThat(access?.purpose.value === 'VISTA', 'The list of accesses does not show the vista');
    const { subgraphRequests } = await clerk.ask(documents.cancelAccess, {
      input: { accessId: access.id, reason: 'Procuração revogada', expectedVersion: access.version },
    });
    count(subgraphRequests);
    expectThat((await releasedTo(graph, process)).found === undefined, 'The process is still released');
    const read = await refusalOf(graph.ask(processByNumber, { municipalityId: 'campinas', number: process.number }));
    return { value: undefined, result: `${access.purpose.label} cancelled; reading: ${read}` };
  });

  await story.step('The lawyer is told why', async () => {
    const mail = await mailAbout(world.mailboxUrl, citizen.email, `${process.number} cancelado`);
    expectThat(mail.text.includes('Procuração revogada'), 'The mail does not say why');
    return { value: undefined, result: mail.subject };
  });
}
