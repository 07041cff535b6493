import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { graphClient } from '../../scripts/src/graph/graph-client.ts';
import type { GraphClient } from '../../scripts/src/graph/graph-client.ts';
import { accreditedCitizen, authorizationOf } from '../../scripts/src/journey/accredited-citizen.ts';
import type { AccreditedCitizen } from '../../scripts/src/journey/accredited-citizen.ts';
import { home, recipients, signDocument } from '../../scripts/src/journey/documents.ts';
import { eventually } from '../../scripts/src/journey/eventually.ts';
import { confirmGrant, previewGrant } from '../../scripts/src/journey/grant-terms.ts';
import type { GrantTerms } from '../../scripts/src/journey/grant-terms.ts';
import { confirmNotice, issueIntimation, myNotices, notice, typesOfCity } from '../../scripts/src/journey/intimation/documents.ts';
import { startPetition } from '../../scripts/src/journey/petition-acts.ts';
import { includePdf, openProcess, protocoloGeral } from '../../scripts/src/journey/processes.ts';
import type { OpenedProcess } from '../../scripts/src/journey/processes.ts';
import { publicSearch } from '../../scripts/src/journey/public-search-documents.ts';
import { clerkToken } from '../../scripts/src/journey/ready-to-approve.ts';
import { proofOf } from '../../scripts/src/journey/search-in-public.ts';
import { assignTask } from '../../scripts/src/journey/task-documents.ts';
import { startWorld } from '../../scripts/src/journey/test-world.ts';
import type { TestWorld } from '../../scripts/src/journey/test-world.ts';
import { staffMe, writeDocument } from '../../scripts/src/journey/unit-documents.ts';
import { grantAccess } from '../../scripts/src/journey/vista-documents.ts';
import { openProfiler } from './profiler.ts';
import type { Cost } from './profiler.ts';

/** Names of units and persons are identity's: the gateway asks it once for each place they stand in. */
const wholeProcess = `query($id: ID!) {
  process(id: $id) {
    number specification type { name } unit { name } openUnits { id } interestedParties { id }
    documents(first: 50) { edges { node {
      number type title state { label } file { downloadUrl } signedFile { downloadUrl } pendingSignature
      signatures { signerName role level { label } }
    } } }
    movements(first: 50) { edges { node { at description } } }
  }
  processAccesses(processId: $id, first: 50) { edges { node { purpose { label } state { label } expiresAt person { fullName } } } }
}`;
const controle = `query($unitId: ID!) { unitProcesses(unitId: $unitId, first: 50) { edges { node {
  id seen marks arrivedAt assignee { fullName } process { number specification type { name } accessLevel { label } }
} } } }`;
/** Without their counts, which are resolved apart, for who asks for them. */
const searchPage = publicSearch.replace(/\n {4}summary .*/, '');
const noticesPage = myNotices.replace(/\n {4}countsByStatus .*/, '');

type Page = { edges: readonly unknown[] };

describe('what a page costs, through the gateway', () => {
  let world: TestWorld;
  let profiler: Awaited<ReturnType<typeof openProfiler>>;
  let citizen: AccreditedCitizen;
  let clerk: GraphClient;
  let full: OpenedProcess;
  beforeAll(async () => {
    world = await startWorld({ name: 'hop-budgets' });
    profiler = await openProfiler(world);
    citizen = await accreditedCitizen(world);
    clerk = graphClient(world.graphUrl, await clerkToken(world));
    // Before the fifty, which are the first page of the unit.
    for (const opened of [false, true, false]) await intimate(opened);
    full = await fiftyProcesses();
    await fillProcess(full);
    await startPetition(citizen.graph, { processNumber: full.number });
    await profiler.quiet();
  }, 240_000);
  afterAll(async () => {
    await profiler.close();
    await world.stop();
  });

  /** Fifty in the unit, all assigned; answers the first. */
  async function fiftyProcesses(): Promise<OpenedProcess> {
    const opened: OpenedProcess[] = [];
    while (opened.length < 50) {
      opened.push(...(await Promise.all(Array.from({ length: 5 }, () => openProcess(clerk, 'Poda de figueira')))));
    }
    const { data } = await clerk.ask<{ staffMe: { id: string } }>(staffMe);
    await clerk.ask('mutation($input: AssignProcessesInput!) { assignProcesses(input: $input) { replayed } }', {
      input: { unitId: protocoloGeral, assigneeId: data.staffMe.id, processIds: opened.map(({ id }) => id) },
    });
    const [first] = opened;
    if (first === undefined) throw new Error('No process');
    return first;
  }

  /** Fifty signed documents and twenty grants: one made by the real act, the others its copies. */
  async function fillProcess(process: OpenedProcess): Promise<void> {
    const { personId } = citizen;
    const update = `mutation($input: UpdateProcessInput!) { updateProcess(input: $input) { process { id } } }`;
    const read = await clerk.ask<{ process: { version: number } }>('query($id: ID!) { process(id: $id) { version } }', { id: process.id });
    await clerk.ask(update, {
      input: { processId: process.id, unitId: protocoloGeral, interestedPartyIds: [personId], expectedVersion: read.data.process.version },
    });
    const documentId = await signedDespacho(process);
    const terms: GrantTerms = {
      processId: process.id, unitId: protocoloGeral, recipient: { personId }, reason: 'Interessada', scope: 'INTEGRAL', validityDays: 30,
    };
    const { sha256 } = await previewGrant(clerk, terms);
    await clerk.ask(grantAccess, { input: { ...terms, authorization: await confirmGrant(clerk, terms, sha256, world.clerk.password) } });
    const dueOn = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    await clerk.ask(assignTask, { input: { processId: process.id, unitId: protocoloGeral, personId, kind: 'ACKNOWLEDGE', instructions: 'Tome ciência.', dueOn } });
    await copies('documents', { _id: documentId }, 49, (n) => ({ number: String(9_000_000 + n), numberKey: String(9_000_000 + n), sequence: 9_000_000 + n, verification: null }));
    await copies('grants', { processId: process.id, personId }, 19, () => ({}));
  }

  async function signedDespacho(process: OpenedProcess): Promise<string> {
    const written = await clerk.ask<{ writeDocument: { document: { id: string; file: { sha256: string } } } }>(writeDocument, {
      input: { processId: process.id, unitId: protocoloGeral, typeKey: 'despacho', title: 'Despacho', content: '<p>Defiro.</p>' },
    });
    const { id: documentId, file } = written.data.writeDocument.document;
    const authorization = await authorizationOf(clerk, { documentId, sha256: file.sha256 }, world.clerk.password);
    await clerk.ask(signDocument, { input: { documentId, authorization, acceptTerm: true, role: 'Atendente' } });
    return documentId;
  }

  /** An intimation of the citizen in a process of its own, with three annexes; opened where it is told. */
  async function intimate(opened: boolean): Promise<void> {
    const process = await openProcess(clerk, 'Multa por poda');
    const annexDocumentIds: string[] = [];
    for (const title of ['Laudo', 'Foto', 'Auto de infração']) annexDocumentIds.push((await includePdf(clerk, process, { title, text: title.slice(0, 4) })).id);
    type Types = { intimationTypes: { edges: { node: { id: string; name: string; responseTypes: { id: string }[] } }[] } };
    const types = await clerk.ask<Types>(typesOfCity, { municipalityId: 'campinas' });
    const type = types.data.intimationTypes.edges.map(({ node }) => node).find(({ name }) => name === 'Apresentação de defesa');
    const known = await clerk.ask<{ intimationRecipients: { edges: { node: { id: string } }[] } }>(recipients, { municipalityId: 'campinas', personId: citizen.personId });
    const input = {
      unitId: protocoloGeral, processId: process.id, documentId: await signedDespacho(process), annexDocumentIds, typeId: type?.id, accessScope: 'INTEGRAL',
      responseTypeIds: type?.responseTypes.map(({ id }) => id), recipientIds: known.data.intimationRecipients.edges.map(({ node }) => node.id),
    };
    const { data } = await clerk.ask<{ issueIntimation: { intimation: { number: string } } }>(issueIntimation, { input });
    const { number } = data.issueIntimation.intimation;
    const { id } = await eventually('the intimation', async () => (await noticesOf()).find((mine) => mine.number === number));
    if (!opened) return;
    const read = await citizen.graph.ask<{ notice: { confirmation: { version: string } } }>(notice, { id });
    await citizen.graph.ask(confirmNotice, { input: { noticeId: id, confirmationVersion: read.data.notice.confirmation.version } });
    await eventually('the certificate', async () => (await noticesOf()).find((mine) => mine.fulfilment?.certificateNumber != null));
  }

  interface OwnNotice {
    readonly id: string;
    readonly number: string;
    readonly fulfilment: { readonly certificateNumber: string | null } | null;
  }

  async function noticesOf(): Promise<readonly OwnNotice[]> {
    const { data } = await citizen.graph.ask<{ myNotices: { edges: readonly { node: OwnNotice }[] } }>(myNotices, {});
    return data.myNotices.edges.map(({ node }) => node);
  }

  async function copies(collection: string, filter: object, count: number, change: (n: number) => object): Promise<void> {
    const rows = profiler.databases.process.collection<{ _id: string }>(collection);
    const row = await rows.findOne(filter);
    if (row === null) throw new Error(`Nothing to copy in ${collection}`);
    await rows.insertMany(Array.from({ length: count }, (_, n) => ({ ...row, ...change(n), _id: randomUUID() })));
  }

  /** At most one query for each collection of each service, however many lists of the page it is in. */
  function expectWithin({ requests, reads }: Cost, mostRequests: number): void {
    const total = Object.values(requests).reduce((sum, count) => sum + count, 0);
    expect({ requests, isWithin: total <= mostRequests }).toEqual({ requests, isWithin: true });
    expect(Object.entries(reads).filter(([, count]) => count > 1)).toEqual([]);
  }

  it('the first page of a citizen takes one request to each of four services, and reads each collection once', async () => {
    const cost = await profiler.costOf(() => citizen.graph.ask<Record<string, Page>>(home));
    const lists = ['myTickets', 'myProcesses', 'releasedProcesses', 'externalAccesses', 'myTasks', 'myPetitions', 'myMessages'];
    expect(lists.filter((list) => (cost.data[list]?.edges.length ?? 0) === 0)).toEqual([]);
    expect(cost.requests).toEqual({ identity: 1, ticketing: 1, process: 1, notification: 1 });
    expectWithin(cost, 4);
  });

  it('a process with fifty signed documents and twenty grants takes at most three requests, and reads each collection once', async () => {
    type Whole = { process: { documents: Page & { edges: readonly { node: { signatures: unknown[] } }[] } }; processAccesses: Page };
    const cost = await profiler.costOf(() => clerk.ask<Whole>(wholeProcess, { id: full.id }));
    const { process, processAccesses } = cost.data;
    expect([process.documents.edges.filter(({ node }) => node.signatures.length > 0).length, processAccesses.edges.length]).toEqual([50, 20]);
    expectWithin(cost, 3);
  });

  it('fifty processes of Controle de Processos with type and assignee take at most two requests, and read each collection once', async () => {
    const cost = await profiler.costOf(() => clerk.ask<{ unitProcesses: Page & { edges: readonly { node: { assignee: object | null } }[] } }>(controle, { unitId: protocoloGeral }));
    expect(cost.data.unitProcesses.edges.filter(({ node }) => node.assignee !== null)).toHaveLength(50);
    expectWithin(cost, 2);
  });

  it('a page of the public search takes at most two requests, and reads each collection once', async () => {
    const stranger = graphClient(world.graphUrl);
    const proof = await proofOf(stranger);
    const asked = { municipalityId: 'campinas', search: { text: 'figueira' }, proof };
    const cost = await profiler.costOf(() => stranger.ask<{ publicSearch: Page }>(searchPage, asked));
    expect(cost.data.publicSearch.edges).toHaveLength(30);
    expectWithin(cost, 2);
  });

  it('the intimations of a person with their dates take at most two requests, and read each collection once', async () => {
    const cost = await profiler.costOf(() => citizen.graph.ask<{ myNotices: Page & { edges: readonly { node: OwnNotice & { responseDeadlines: unknown[] } }[] } }>(noticesPage, {}));
    expect(cost.data.myNotices.edges.map(({ node }) => node.responseDeadlines.length).toSorted()).toEqual([0, 0, 1]);
    expectWithin(cost, 2);
  });

  it.each(['pending', 'fulfilled'])('one intimation that is %s, with its documents and the explanation of its dates, takes at most three requests, and reads each collection once', async (which) => {
    const found = (await noticesOf()).find(({ fulfilment }) => (fulfilment !== null) === (which === 'fulfilled'));
    const cost = await profiler.costOf(() => citizen.graph.ask<{ notice: { documents: { file: object | null }[]; explained: { deadline: { steps: unknown[] } } } }>(notice, { id: found?.id }));
    expect(cost.data.notice.documents.map(({ file }) => file !== null)).toEqual(Array.from({ length: 4 }, () => which === 'fulfilled'));
    expect(cost.data.notice.explained.deadline.steps.length).toBeGreaterThan(0);
    expectWithin(cost, 3);
  });
});
