import { graphClient } from '../graph/graph-client.ts';
import type { GraphClient } from '../graph/graph-client.ts';
import * as documents from './documents.ts';
import { download } from './download.ts';
import { eventually } from './eventually.ts';
import { expectThat, refusalOf } from './expect-that.ts';
import { freshCitizen } from './fresh-citizen.ts';
import type { Citizen } from './fresh-citizen.ts';
import { logInCitizen, logInClerk } from './log-in.ts';
import { mailAbout, mailsTo } from './mails.ts';
import { register } from './register.ts';
import { samplePdf } from './sample-pdf.ts';
import { sendFile } from './send-file.ts';
import type { Story } from './story.ts';
import { openTicket, readTicket } from './tickets.ts';
import type { OpenedTicket, TicketView } from './tickets.ts';
import type { World } from './world.ts';

interface AccreditationView {
  readonly me: {
    readonly id: string;
    readonly accreditations: {
      readonly edges: readonly { readonly node: { readonly state: string; readonly label: string; readonly missingSteps: readonly { readonly label: string }[] } }[];
    };
  };
}

interface AccessView {
  readonly kind: string;
  readonly releasedOn: string;
  readonly pendingSignature: boolean;
  readonly process: { readonly number: string; readonly documents: { readonly edges: readonly { readonly node: { readonly title: string; readonly file: { readonly sha256: string } } }[] } };
  readonly document: {
    readonly id: string;
    readonly version: number;
    readonly file: { readonly sha256: string; readonly size: number; readonly downloadUrl: string };
  };
}

/** The whole journey of a citizen of Campinas who gets accredited, then the other ways it can go. */
export async function playAccreditation(story: Story, world: World): Promise<void> {
  const citizen = freshCitizen();
  await register(story, world, citizen);
  const graph = await logInCitizen(story, world, citizen);
  await sees(story, graph, 'Sees what is missing to be released', 'PENDING_DOCUMENTS');
  const ticket = await openTicket(story, graph, citizen);
  await seesAnalysis(story, graph);
  const clerk = await logInClerk(story, world);
  await analyse(story, graph, clerk, ticket);
  await approve(story, world, citizen, graph, clerk, ticket);
  const personId = await sees(story, graph, 'Is released; the term waits for the signature', 'RELEASED_TERM_PENDING');
  await signTerm(story, citizen, graph);
  await eventually('the full release', async () => ((await accreditationOf(graph)).state === 'RELEASED' ? true : undefined));
  await sees(story, graph, 'Is fully released', 'RELEASED');
  await isRecipient(story, clerk, personId);
  await readHome(story, graph);
  await otherEnds(story, world, clerk, ticket);
}

async function accreditationOf(graph: GraphClient) {
  const { data, subgraphRequests } = await graph.ask<AccreditationView>(documents.accreditation, { municipalityId: 'campinas' });
  const node = data.me.accreditations.edges[0]?.node;
  expectThat(node !== undefined, 'There is no accreditation at Campinas');
  return { ...node, personId: data.me.id, subgraphRequests };
}

async function sees(story: Story, graph: GraphClient, title: string, state: string): Promise<string> {
  return story.step(title, async ({ count }) => {
    const seen = await accreditationOf(graph);
    count(seen.subgraphRequests);
    expectThat(seen.state === state, `The accreditation is ${seen.state}, not ${state}`);
    const missing = seen.missingSteps.map(({ label }) => label).join('; ');
    return { value: seen.personId, result: `${seen.label}${missing === '' ? '' : ` (falta: ${missing})`}` };
  });
}

async function seesAnalysis(story: Story, graph: GraphClient): Promise<void> {
  await eventually('the analysis', async () => ((await accreditationOf(graph)).state === 'UNDER_ANALYSIS' ? true : undefined));
  await sees(story, graph, 'Sees that the city hall analyses the documents', 'UNDER_ANALYSIS');
}

async function analyse(story: Story, graph: GraphClient, clerk: GraphClient, ticket: OpenedTicket): Promise<void> {
  await story.step('The clerk finds the ticket in the queue and takes it', async ({ count }) => {
    type Queue = { ticketQueue: { edges: readonly { node: { id: string; version: number; requester: { fullName: string; cpf: string } | null } }[] } };
    const { data, subgraphRequests } = await clerk.ask<Queue>(documents.ticketQueue, { municipalityId: 'campinas', search: ticket.number });
    count(subgraphRequests);
    const found = data.ticketQueue.edges.find(({ node }) => node.id === ticket.id)?.node;
    expectThat(found !== undefined, 'The ticket is not in the queue');
    expectThat(found.requester !== null, 'The clerk cannot see who asks');
    await clerk.ask(documents.takeTicket, { input: { ticketId: ticket.id, expectedVersion: found.version } });
    const stale = await refusalOf(clerk.ask(documents.takeTicket, { input: { ticketId: ticket.id, expectedVersion: found.version } }));
    return { value: undefined, result: `taken; a second clerk on the old version: ${stale}` };
  });

  await story.step('The clerk asks for a better document, the citizen answers with a file', async () => {
    await clerk.ask(documents.requestInformation, { input: { ticketId: ticket.id, text: 'O comprovante está ilegível. Envie outro.' } });
    const waiting = await readTicket(graph, ticket.id);
    expectThat(waiting.status.code === 'PENDING', `The ticket is ${waiting.status.code}`);
    const uploadId = await sendFile(graph, { fileName: 'conta-de-luz.pdf', mediaType: 'application/pdf', bytes: samplePdf('Conta de luz') });
    await graph.ask(documents.replyToTicket, {
      input: { ticketId: ticket.id, text: 'Segue a conta de luz.', files: [{ field: 'proofOfAddress', uploadId }] },
    });
    const answered = await readTicket(graph, ticket.id);
    expectThat(answered.status.code === 'ASSIGNED', `The ticket is ${answered.status.code}`);
    return { value: undefined, result: `${waiting.status.label}, then ${answered.status.label}` };
  });
}

async function approve(
  story: Story,
  world: World,
  citizen: Citizen,
  graph: GraphClient,
  clerk: GraphClient,
  ticket: OpenedTicket,
): Promise<void> {
  // The answer to the request for a better document has to reach identity before the approval does.
  await eventually('the analysis', async () => ((await accreditationOf(graph)).state === 'UNDER_ANALYSIS' ? true : undefined));
  const solved = await story.step('The clerk approves; the ticket is solved when all of it is done', async ({ count }) => {
    const { data, subgraphRequests } = await clerk.ask<{ approveAccreditation: { ticket: { settlement: { label: string } | null } } }>(
      documents.approveAccreditation,
      { input: { ticketId: ticket.id } },
    );
    count(subgraphRequests);
    const twice = await refusalOf(clerk.ask(documents.approveAccreditation, { input: { ticketId: ticket.id } }));
    const done = await eventually('the solution', async (): Promise<TicketView | undefined> => {
      const now = await readTicket(graph, ticket.id);
      expectThat(now.settlement?.state !== 'FAILED', `The approval failed: ${now.settlement?.failure ?? ''}`);
      return now.status.code === 'SOLVED' ? now : undefined;
    });
    expectThat(/^PMC\.\d{4}\.\d{8}-\d{2}$/.test(done.processNumber ?? ''), `Odd process number ${done.processNumber ?? 'none'}`);
    const label = data.approveAccreditation.ticket.settlement?.label ?? '';
    return { value: done, result: `${label}, then ${done.status.label}: processo ${done.processNumber ?? ''}; a second approval: ${twice}` };
  });

  await story.step('One mail tells the result', async () => {
    const mail = await mailAbout(world.mailboxUrl, citizen.email, 'solucionado');
    expectThat(mail.text.includes(solved.processNumber ?? '-'), 'The mail does not name the process');
    const all = (await mailsTo(world.mailboxUrl, citizen.email)).filter(({ subject }) => subject.includes('solucionado'));
    expectThat(all.length === 1, `${String(all.length)} mails`);
    return { value: undefined, result: mail.subject };
  });
}

async function signTerm(story: Story, citizen: Citizen, graph: GraphClient): Promise<void> {
  const access = await story.step('Finds the term in the external accesses and reads it', async ({ count }) => {
    const { data, subgraphRequests } = await graph.ask<{ externalAccesses: { edges: readonly { node: AccessView }[] } }>(documents.externalAccesses);
    count(subgraphRequests);
    const found = data.externalAccesses.edges[0]?.node;
    expectThat(found?.pendingSignature === true, 'There is nothing to sign');
    const pdf = await download(found.document.file);
    expectThat(pdf.subarray(0, 5).toString('latin1') === '%PDF-', 'The term is no PDF');
    const titles = found.process.documents.edges.map(({ node }) => node.title);
    return { value: found, result: `${found.process.number}, ${found.kind}, ${found.releasedOn}; documents: ${titles.join(', ')}` };
  });

  await story.step('Signs the term with the password', async ({ count }) => {
    const { document } = access;
    const authorise = (password: string) =>
      graph.ask<{ authorizeSignature: { authorization: string } }>(documents.authorizeSignature, {
        input: { documentId: document.id, sha256: document.file.sha256, password },
      });
    const wrong = await refusalOf(authorise(`${citizen.password}x`));
    const { data } = await authorise(citizen.password);
    const { authorization } = data.authorizeSignature;
    const sign = () =>
      graph.ask<{ signDocument: { document: { signatures: readonly { signedAtInBrasilia: string; level: { label: string } }[]; signedFile: { sha256: string; downloadUrl: string } } } }>(
        documents.signDocument,
        { input: { documentId: document.id, authorization, acceptTerm: true } },
      );
    const signed = await sign();
    count(signed.subgraphRequests);
    const again = await refusalOf(sign());
    const { signatures, signedFile } = signed.data.signDocument.document;
    await download(signedFile);
    return {
      value: undefined,
      result: `${signatures[0]?.signedAtInBrasilia ?? ''}, ${signatures[0]?.level.label ?? ''}; wrong password: ${wrong}; authorisation used twice: ${again}`,
    };
  });
}

async function isRecipient(story: Story, clerk: GraphClient, personId: string): Promise<void> {
  await story.step('Can be intimated electronically from now on', async ({ count }) => {
    type Recipients = { intimationRecipients: { edges: readonly { node: { enabledAt: string } }[] } };
    const enabledAt = await eventually('the recipient', async () => {
      const { data, subgraphRequests } = await clerk.ask<Recipients>(documents.recipients, { municipalityId: 'campinas', personId });
      if (data.intimationRecipients.edges.length > 0) count(subgraphRequests);
      return data.intimationRecipients.edges[0]?.node.enabledAt;
    });
    return { value: undefined, result: `since ${enabledAt}` };
  });
}

async function readHome(story: Story, graph: GraphClient): Promise<void> {
  await story.step('Everything on the first page, in one query', async ({ count }) => {
    const { subgraphRequests } = await graph.ask(documents.home);
    count(subgraphRequests);
    const total = Object.values(subgraphRequests).reduce((sum, number) => sum + number, 0);
    expectThat(total <= 4, `${String(total)} subgraph requests`);
    return { value: undefined, result: `${String(total)} subgraph requests` };
  });
}

async function otherEnds(story: Story, world: World, clerk: GraphClient, ticket: OpenedTicket): Promise<void> {
  await story.step('A solved ticket takes no second solution (TK-05)', async () => {
    const code = await refusalOf(clerk.ask(documents.approveAccreditation, { input: { ticketId: ticket.id } }));
    return { value: undefined, result: code };
  });

  const other = freshCitizen();
  await register(story, world, other);
  const graph = await logInCitizen(story, world, other);
  const first = await openTicket(story, graph, other);
  await story.step('Another citizen cancels while the ticket is new (TK-04)', async () => {
    const { data } = await graph.ask<{ cancelTicket: { ticket: { status: { label: string } } } }>(documents.cancelTicket, { input: { ticketId: first.id } });
    return { value: undefined, result: data.cancelTicket.ticket.status.label };
  });
  const second = await openTicket(story, graph, other);
  await story.step('Once a clerk has it, cancelling is refused (TK-04)', async () => {
    await clerk.ask(documents.takeTicket, { input: { ticketId: second.id } });
    const code = await refusalOf(graph.ask(documents.cancelTicket, { input: { ticketId: second.id } }));
    return { value: undefined, result: code };
  });
  await story.step('A stranger sees none of it', async () => {
    const { data } = await graph.ask<{ ticket: unknown }>(`query Ticket($id: ID!) { ticket(id: $id) { number } }`, { id: ticket.id });
    expectThat(data.ticket === null, 'Another citizen reads the ticket');
    const code = await refusalOf(graphClient(world.graphUrl).ask(documents.externalAccesses));
    return { value: undefined, result: `another citizen: nothing there; nobody: ${code}` };
  });
}
