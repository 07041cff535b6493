import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TokenPrincipal } from '@guiche/kit/auth';
import { callers, codeOf, done, issuingStage } from './issuing-stage.ts';
import { startRig } from './rig.ts';

const mine = `query($municipalityId: ID, $status: NoticeStatus, $first: Int, $after: String) {
  myNotices(municipalityId: $municipalityId, status: $status, first: $first, after: $after) {
    countsByStatus { status { value label } count } pageInfo { hasNextPage endCursor }
    edges { node { id number status { label } processNumber documentLabel document { id } annexes { id } documents { id } unit { id } process { id } intimation { id }
      type { name responseMode { label } } issuedAt daysLeft consequence tacitDeadline { deadline { date } } fulfilment { fulfilledOn } } } } }`;
const one = 'query($id: ID!) { notice(id: $id) { number recipient { name } intimation { number } } }';

interface Page {
  countsByStatus: { status: { value: string; label: string }; count: number }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
  edges: { node: { id: string; number: string } & Record<string, unknown> }[];
}

describe('the intimations of a person', () => {
  let rig: Awaited<ReturnType<typeof startRig>>;
  let stage: Awaited<ReturnType<typeof issuingStage>>;
  const anna: TokenPrincipal = { kind: 'person', personId: 'person-anna', sessionId: 'anna' };
  const bruno: TokenPrincipal = { kind: 'person', personId: 'person-bruno', sessionId: 'bruno' };
  const acts: string[] = [];
  beforeAll(async () => {
    rig = await startRig({ at: '2026-03-06T15:00:00Z' });
    stage = await issuingStage(rig);
    await stage.recipients(['anna', 'bruno']);
    for (const turn of [1, 2, 3]) {
      rig.clock.advance({ minutes: 1 });
      const recipientIds = turn === 3 ? ['anna'] : ['anna', 'bruno'];
      const id = await stage.issued({ recipientIds, documentId: `doc-${String(turn)}`, annexDocumentIds: [`annex-${String(turn)}`] });
      await stage.bind(id);
      await stage.settled(id, 'ISSUED');
      acts.push(id);
    }
    // One that nobody has bound yet is not there for its recipients.
    rig.clock.advance({ minutes: 1 });
    await stage.issued({ recipientIds: ['anna'], documentId: 'doc-4' });
  });
  afterAll(() => rig.stop());

  const page = async (principal: TokenPrincipal, variables: Record<string, unknown> = {}): Promise<Page> =>
    (done(await rig.as(principal)(mine, variables)) as { myNotices: Page }).myNotices;
  const notices = () => rig.database.connection.collection<{ _id: string }>('notices');

  it('are those that were issued, latest first, with days left, what happens and no other recipient', async () => {
    const { edges, countsByStatus } = await page(anna);
    expect(edges.map(({ node }) => node.number)).toEqual(['INT 2026/3', 'INT 2026/2', 'INT 2026/1']);
    expect(countsByStatus).toEqual([{ status: { value: 'PENDING', label: 'Pendente' }, count: 3 }]);
    expect(edges[2]?.node).toMatchObject({
      status: { label: 'Pendente' }, processNumber: 'PMC.2026.00000001-11', documentLabel: 'Despacho 0000001', document: { id: 'doc-1' },
      annexes: [{ id: 'annex-1' }], documents: [{ id: 'doc-1' }, { id: 'annex-1' }], unit: { id: 'pg' }, process: { id: 'process-1' }, type: { name: 'Apresentar defesa', responseMode: { label: 'Exige Resposta' } },
      issuedAt: '2026-03-06T15:01:00.000Z', daysLeft: 12, tacitDeadline: { deadline: { date: '2026-03-18' } }, fulfilment: null,
      consequence: expect.stringContaining('decurso do prazo tácito'), intimation: null,
    });
    expect((await page(bruno)).edges).toHaveLength(2);
  });

  it('go on page by page, and by status with the counts of all of them (IN-22)', async () => {
    const first = await page(anna, { first: 2 });
    expect(first.pageInfo.hasNextPage).toBe(true);
    const rest = await page(anna, { first: 2, after: first.pageInfo.endCursor });
    expect([...first.edges, ...rest.edges].map(({ node }) => node.number)).toEqual(['INT 2026/3', 'INT 2026/2', 'INT 2026/1']);

    const [latest] = first.edges;
    await notices().updateOne({ _id: latest?.node.id ?? '' }, { $set: { status: 'RESPONDED' } });
    const responded = await page(anna, { status: 'RESPONDED' });
    expect(responded.edges.map(({ node }) => node.number)).toEqual(['INT 2026/3']);
    expect(responded.countsByStatus).toEqual([
      { status: { value: 'PENDING', label: 'Pendente' }, count: 2 }, { status: { value: 'RESPONDED', label: 'Respondida' }, count: 1 },
    ]);
    await notices().updateOne({ _id: latest?.node.id ?? '' }, { $set: { status: 'INVENTED' } });
    expect((await page(anna)).edges[0]?.node).toMatchObject({ status: { label: 'Situação não cadastrada' } });
    await notices().updateOne({ _id: latest?.node.id ?? '' }, { $set: { status: 'PENDING' } });
  });

  it('stay in the municipality that an app for the person names, which must be its own', async () => {
    const app: TokenPrincipal = { kind: 'app-for-person', appId: 'app', personId: 'person-anna', municipalityId: 'campinas', scopes: ['intimation:read'] };
    expect((await page(app, { municipalityId: 'campinas' })).edges).toHaveLength(3);
    expect(codeOf(await rig.as(app)(mine, {}))).toBe('FORBIDDEN');
    const foreign = { ...app, municipalityId: 'rio' } as TokenPrincipal;
    expect((await page(foreign, { municipalityId: 'rio' })).edges).toEqual([]);
    expect(codeOf(await rig.as(foreign)(mine, { municipalityId: 'campinas' }))).toBe('FORBIDDEN');
    const [notice] = (await page(anna)).edges;
    expect(codeOf(await rig.as(foreign)(one, { id: notice?.node.id }))).toBe('NOTICE_NOT_FOUND');
  });

  it('are the recipient\'s and the issuing unit\'s, each with what is theirs to see; nobody else learns that they are there', async () => {
    const shared = await notices().findOne({ intimationId: acts[0] ?? '', 'recipient.personId': 'person-anna' });
    const read = async (principal: TokenPrincipal | undefined) => rig.as(principal)(one, { id: shared?._id });
    expect((await read(anna)).data).toEqual({ notice: { number: 'INT 2026/1', recipient: { name: 'Pessoa anna' }, intimation: null } });
    expect((await read(callers.clerkOfUnit)).data).toMatchObject({ notice: { intimation: { number: 'INT 2026/1' } } });
    for (const other of [bruno, callers.clerkOfOtherUnit, callers.clerkOfOtherCity]) expect(codeOf(await read(other))).toBe('NOTICE_NOT_FOUND');
    const pending = await notices().findOne({ actState: 'REQUESTED' });
    expect(codeOf(await rig.as(anna)(one, { id: pending?._id }))).toBe('NOTICE_NOT_FOUND');
  });

  it('take one query for each collection, however many acts of a process a unit looks at', async () => {
    const acts = `{ processIntimations(municipalityId: "campinas", processId: "process-1") { totalCount edges { node { number countsByStatus { count }
      notices(first: 1) { edges { node { number intimation { number } } } pageInfo { hasNextPage } } } } } }`;
    const commands: string[] = [];
    const note = ({ commandName, command }: { commandName: string; command: Record<string, unknown> }): void => {
      if (['find', 'aggregate'].includes(commandName)) commands.push(`${commandName} ${String(command[commandName])}`);
    };
    const client = rig.service.parts.connection.getClient();
    client.on('commandStarted', note);
    const { processIntimations } = done(await stage.clerk(acts)) as { processIntimations: { totalCount: number; edges: { node: { number: string } }[] } };
    client.off('commandStarted', note);
    expect(processIntimations.edges.map(({ node }) => node.number)).toEqual(['INT 2026/4', 'INT 2026/3', 'INT 2026/2', 'INT 2026/1']);
    expect(processIntimations.totalCount).toBe(4);
    const reads = commands.filter((command) => /(intimations|notices)$/.test(command)).sort();
    expect(reads).toEqual(['aggregate intimations', 'aggregate notices', 'aggregate notices', 'find intimations', 'find intimations']);
  });

  it('are found by an index: nothing is read that is not shown', async () => {
    const explain = (await notices().find({ 'representatives.personId': 'person-anna', actState: 'ISSUED' }).sort({ issuedAt: -1, _id: -1 }).limit(2).explain('executionStats')) as {
      executionStats: { totalDocsExamined: number };
    };
    expect(explain.executionStats.totalDocsExamined).toBe(2);
    const collisions = await notices().find({ holds: true, 'recipient.recipientId': { $in: ['anna', 'bruno'] }, documentIds: { $in: ['doc-1', 'none'] } }).explain('executionStats') as {
      executionStats: { totalDocsExamined: number };
    };
    expect(collisions.executionStats.totalDocsExamined).toBe(2);
    const counts = (await notices()
      .aggregate([{ $match: { 'representatives.personId': 'person-anna', actState: 'ISSUED' } }, { $group: { _id: '$status', count: { $sum: 1 } } }])
      .explain('executionStats')) as { executionStats?: { totalDocsExamined: number }; stages?: { $cursor?: { executionStats: { totalDocsExamined: number } } }[] };
    expect((counts.executionStats ?? counts.stages?.[0]?.$cursor?.executionStats)?.totalDocsExamined).toBe(0);
  });
});
