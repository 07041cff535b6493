import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assertTransactional, waitFor } from '@guiche/kit/testing';
import { callers, codeOf, done, issuingStage, problemsOf } from './issuing-stage.ts';
import { startRig } from './rig.ts';

const unitsView = `query($id: ID!) { intimation(id: $id) {
  number state { value label } issuedAt failure { code message } noticeCount unit { id } process { id } document { id } annexes { id }
  type { name responseMode { label } } responseOptions { name term { label } } accessScope { label } requestedBy { id }
  countsByStatus { status { value label } count }
  notices { edges { node { id status { value label } recipient { name kind { label } person { id } } tacitDays processNumber documentLabel
    tacitDeadline { originalDate moves { cause } deadline { date endsAt rule { id } steps { text } } } daysLeft consequence } } } } }`;

interface Seen {
  number: string;
  state: { value: string; label: string };
  issuedAt: string | null;
  failure: { code: string; message: string } | null;
  countsByStatus: { status: { value: string; label: string }; count: number }[];
  notices: { edges: { node: { id: string; tacitDeadline: { deadline: { date: string; endsAt: string } } | null } & Record<string, unknown> }[] };
}

// A Friday, 12:00 in the city: the date of the first vector of IN-11.
const at = '2026-03-06T15:00:00Z';

describe('issuing an intimation', () => {
  let rig: Awaited<ReturnType<typeof startRig>>;
  let stage: Awaited<ReturnType<typeof issuingStage>>;
  beforeAll(async () => {
    rig = await startRig({ at });
    stage = await issuingStage(rig);
  });
  afterAll(() => rig.stop());

  const seen = async (id: string): Promise<Seen> => (done(await stage.clerk(unitsView, { id })) as { intimation: Seen }).intimation;
  const outboxOf = (type: string) => rig.database.connection.collection('outbox').countDocuments({ type: `guiche.intimation.v1.${type}` });

  it('is in the making until process has bound it, and pending with a tacit date for each recipient from then on (IN-06, IN-11)', async () => {
    await stage.recipients(['a-1', 'a-2']);
    const id = await stage.issued({ recipientIds: ['a-1', 'a-2'], documentId: 'doc-a', annexDocumentIds: ['doc-a-annex'] });
    const before = await seen(id);
    expect(before).toMatchObject({
      number: 'INT 2026/1', state: { value: 'REQUESTED', label: 'Em processamento' }, issuedAt: null, noticeCount: 2, unit: { id: 'pg' },
      process: { id: 'process-1' }, document: { id: 'doc-a' }, annexes: [{ id: 'doc-a-annex' }], accessScope: { label: 'Parcial' },
      type: { name: 'Apresentar defesa', responseMode: { label: 'Exige Resposta' } }, responseOptions: [{ name: 'Defesa', term: { label: '10 dias úteis' } }],
    });
    expect(await stage.said(id)).toEqual(['IntimationRequested']);

    await stage.bind(id);
    await stage.settled(id, 'ISSUED');
    const after = await seen(id);
    expect(after).toMatchObject({
      state: { value: 'ISSUED', label: 'Expedida' }, issuedAt: '2026-03-06T15:00:00.000Z', failure: null,
      countsByStatus: [{ status: { value: 'PENDING', label: 'Pendente' }, count: 2 }],
    });
    const nodes = after.notices.edges.map(({ node }) => node);
    expect(nodes.map(({ recipient }) => recipient)).toEqual([
      { name: 'Pessoa a-1', kind: { label: 'Pessoa Física' }, person: { id: 'person-a-1' } },
      { name: 'Pessoa a-2', kind: { label: 'Pessoa Física' }, person: { id: 'person-a-2' } },
    ]);
    expect(nodes[0]).toMatchObject({
      status: { value: 'PENDING', label: 'Pendente' }, tacitDays: 10, processNumber: 'PMC.2026.00000001-11', documentLabel: 'Despacho 0000001',
      daysLeft: 12, consequence: expect.stringContaining('18/03/2026'),
      tacitDeadline: { originalDate: '2026-03-18', moves: [], deadline: { date: '2026-03-18', endsAt: '2026-03-19T02:59:59.999Z', rule: { id: 'IN-11' } } },
    });
    for (const { id: noticeId } of nodes) {
      expect(await stage.said(noticeId)).toEqual(['NoticeIssued']);
      const job = await rig.database.connection.collection('jobs').findOne({ kind: 'fulfil-tacitly', key: noticeId });
      expect(job).toMatchObject({ dueAt: new Date('2026-03-19T03:00:59.999Z'), data: { noticeId } });
    }
  });

  it('takes the tacit days that the city set for the type of process, and keeps them (IN-10)', async () => {
    await stage.recipients(['tax-1']);
    const id = await stage.issued({ recipientIds: ['tax-1'], documentId: 'doc-tax' });
    await stage.bind(id, { processTypeKey: 'tax' });
    await stage.settled(id, 'ISSUED');
    expect((await seen(id)).notices.edges[0]?.node).toMatchObject({ tacitDays: 15, tacitDeadline: { originalDate: '2026-03-23' } });
  });

  it('issues once, however often process says that it is bound', async () => {
    await stage.recipients(['b-1']);
    const id = await stage.issued({ recipientIds: ['b-1'], documentId: 'doc-b' });
    const before = await outboxOf('NoticeIssued');
    for (const eventId of ['bound-b', 'bound-b', 'bound-b']) await stage.bind(id, { eventId });
    await stage.settled(id, 'ISSUED');
    await stage.bind(await stage.issued({ recipientIds: ['b-1'], documentId: 'doc-b-2' }));
    await waitFor(async () => (await outboxOf('NoticeIssued')) === before + 2, { describe: () => 'one more notice for each act' });
    expect(await outboxOf('NoticeIssued')).toBe(before + 2);
  });

  it('stays as it was settled first, whatever process says afterwards', async () => {
    await stage.recipients(['late-1', 'late-2']);
    const [issued, refused] = [await stage.issued({ recipientIds: ['late-1'], documentId: 'doc-late' }), await stage.issued({ recipientIds: ['late-2'], documentId: 'doc-late' })];
    await stage.bind(issued);
    await stage.refuse(refused);
    await stage.settled(issued, 'ISSUED');
    await stage.settled(refused, 'REFUSED');
    await stage.refuse(issued, 2);
    await stage.bind(refused, { seq: 2 });
    await waitFor(async () => (await rig.database.connection.collection('inbox_heads').countDocuments({ seq: 2 })) === 2, { describe: () => 'both events taken' });
    expect([(await seen(issued)).state.value, (await seen(refused)).state.value]).toEqual(['ISSUED', 'REFUSED']);
    expect(await stage.said(refused)).toEqual(['IntimationRequested']);
  });

  it('comes back refused with the reason when process cannot bind it, and its documents are free again', async () => {
    await stage.recipients(['c-1']);
    const order = { recipientIds: ['c-1'], documentId: 'doc-c' };
    const id = await stage.issued(order);
    await stage.refuse(id);
    await stage.settled(id, 'REFUSED');
    expect(await seen(id)).toMatchObject({
      state: { value: 'REFUSED', label: 'Recusada' }, failure: { code: 'DOCUMENT_NOT_SIGNED', message: 'O documento não está assinado.' }, issuedAt: null,
    });
    expect(await stage.said((await seen(id)).notices.edges[0]?.node.id ?? '')).toEqual([]);
    expect(await stage.issued(order)).not.toBe(id);
  });

  it('is withdrawn whole when a recipient was blocked before process had bound it', async () => {
    await stage.recipients(['d-1', 'd-2']);
    const id = await stage.issued({ recipientIds: ['d-1', 'd-2'], documentId: 'doc-d' });
    await rig.database.connection.collection<{ _id: string }>('recipients').updateOne({ _id: 'd-2' }, { $set: { state: 'DISABLED' } });
    await stage.bind(id);
    await stage.settled(id, 'WITHDRAWN');
    expect(await stage.said(id)).toEqual(['IntimationRequested', 'IntimationWithdrawn']);
    const act = await seen(id);
    expect(act).toMatchObject({ state: { label: 'Desfeita' }, failure: { code: 'RECIPIENT_NOT_ENABLED' }, issuedAt: null });
    for (const { node } of act.notices.edges) expect(await stage.said(node.id)).toEqual([]);
    expect(await stage.issued({ recipientIds: ['d-1'], documentId: 'doc-d' })).not.toBe(id);
  });

  it('refuses documents that a recipient was intimated of before, as principal or annex, with everything in the way (IN-04)', async () => {
    await stage.recipients(['e-1', 'e-2', 'e-3']);
    const first = await seen(await stage.issued({ recipientIds: ['e-1', 'e-2'], documentId: 'doc-e', annexDocumentIds: ['doc-e-annex'] }));
    const answer = await stage.issueAs(callers.clerkOfUnit, { recipientIds: ['e-1', 'e-3', 'e-2'], documentId: 'doc-e-annex' });
    expect(codeOf(answer)).toBe('DOCUMENT_ALREADY_INTIMATED');
    const conflict = (recipientId: string) => ({ recipientId, documentId: 'doc-e-annex', number: first.number });
    expect(answer.errors[0]?.extensions?.['conflicts']).toEqual(expect.arrayContaining([conflict('e-1'), conflict('e-2')]));
    expect(await stage.issued({ recipientIds: ['e-3'], documentId: 'doc-e-annex' })).toBeDefined();
  });

  it('lets one of two units through that intimate the same person of the same document at once (IN-04)', async () => {
    await stage.recipients(['f-1']);
    const orders = ['doc-f', 'doc-f-other'].map((documentId) => ({ recipientIds: ['f-1'], documentId, annexDocumentIds: ['doc-f-annex'] }));
    const answers = await Promise.all(
      [0, 1, 2, 3, 4, 5].map((turn) => stage.issueAs(callers.clerkOfUnit, orders[turn % 2] ?? {})),
    );
    expect(answers.map((answer) => codeOf(answer) ?? 'ok').sort()).toEqual(['ok', ...Array.from({ length: 5 }, () => 'DOCUMENT_ALREADY_INTIMATED')].sort());
    expect(await rig.database.connection.collection('notices').countDocuments({ 'recipient.recipientId': 'f-1' })).toBe(1);
  });

  it('refuses a partial intimation to who holds integral access, and wants it confirmed that integral replaces partial (IN-05)', async () => {
    await stage.recipients(['g-1', 'g-2']);
    const [integral, partial] = [{ accessScope: 'INTEGRAL' }, { accessScope: 'PARTIAL' }];
    await stage.issued({ ...integral, recipientIds: ['g-1'], documentId: 'doc-g-1' });
    await stage.issued({ ...partial, recipientIds: ['g-2'], documentId: 'doc-g-1' });

    const refused = await stage.issueAs(callers.clerkOfUnit, { ...partial, recipientIds: ['g-1', 'g-2'], documentId: 'doc-g-2' });
    expect([codeOf(refused), refused.errors[0]?.extensions?.['recipientIds']]).toEqual(['INTEGRAL_ACCESS_HELD', ['g-1']]);
    const order = { ...integral, recipientIds: ['g-1', 'g-2'], documentId: 'doc-g-3' };
    const unconfirmed = await stage.issueAs(callers.clerkOfUnit, order);
    expect([codeOf(unconfirmed), unconfirmed.errors[0]?.extensions?.['recipientIds']]).toEqual(['REPLACEMENT_NOT_CONFIRMED', ['g-2']]);

    const id = await stage.issued({ ...order, confirmReplacement: true });
    const notices = await rig.database.connection.collection('notices').find({ intimationId: id }).sort({ _id: 1 }).toArray();
    expect(notices.map(({ replacesPartial }) => replacesPartial as boolean)).toEqual([false, true]);
    const other = await stage.issueAs(callers.clerkOfUnit, { ...partial, recipientIds: ['g-2'], documentId: 'doc-g-4', processId: 'process-2' });
    expect(codeOf(other)).toBeUndefined();
  });

  it('counts an integral access that was replaced by a partial one as partial (IN-31)', async () => {
    await stage.recipients(['h-1']);
    const id = await stage.issued({ accessScope: 'INTEGRAL', recipientIds: ['h-1'], documentId: 'doc-h-1' });
    const [noticeId] = (await seen(id)).notices.edges.map(({ node }) => node.id);
    const replaced = { noticeIds: [noticeId ?? ''], municipalityId: 'campinas', processId: 'process-1', personId: 'person-h-1', formerGrantId: 'g', grantId: 'g2', waived: false };
    await rig.say('guiche.process.v1.IntimationAccessReplaced', replaced, 'g', 1);
    await waitFor(() => rig.database.connection.collection('notices').findOne({ intimationId: id, accessScope: 'PARTIAL' }), { describe: () => 'a partial access' });
    expect(codeOf(await stage.issueAs(callers.clerkOfUnit, { accessScope: 'PARTIAL', recipientIds: ['h-1'], documentId: 'doc-h-2' }))).toBeUndefined();
  });

  it('tells every wrong part of an order at once, and takes no number for it (IN-01, IN-02)', async () => {
    await stage.recipients(['i-1']);
    await stage.recipients(['i-rio'], 'rio');
    const { defence, statement } = stage.responseTypes;
    const answer = await stage.issueAs(callers.clerkOfUnit, {
      documentId: 'doc-i', annexDocumentIds: ['doc-i', 'doc-i-2', 'doc-i-2'], responseTypeIds: [defence, statement], recipientIds: ['i-1', 'i-1', 'nobody', 'i-rio'],
    });
    expect(problemsOf(answer)).toEqual([
      'annexDocumentIds.0 REPEATED', 'annexDocumentIds.2 REPEATED', 'responseTypeIds OUT_OF_RANGE',
      'recipientIds.1 REPEATED', 'recipientIds.2 NOT_ENABLED', 'recipientIds.3 NOT_ENABLED',
    ]);
    const ask = async (order: object): Promise<string[]> => problemsOf(await stage.issueAs(callers.clerkOfUnit, { documentId: 'doc-i', recipientIds: ['i-1'], ...order }));
    expect(await ask({ recipientIds: Array.from({ length: 301 }, (_, index) => `r-${String(index)}`) })).toEqual(['recipientIds OUT_OF_RANGE']);
    expect(await ask({ recipientIds: [] })).toEqual(['recipientIds OUT_OF_RANGE']);
    expect(await ask({ typeId: 'none-such' })).toEqual(['typeId UNKNOWN']);
    expect(await ask({ responseTypeIds: [statement] })).toEqual(['responseTypeIds.0 UNKNOWN']);
    expect(await ask({ typeId: stage.types.optional, responseTypeIds: [] })).toEqual(['responseTypeIds OUT_OF_RANGE']);
    expect(await ask({ typeId: stage.types.none, responseTypeIds: [defence] })).toEqual(['responseTypeIds OUT_OF_RANGE']);
    expect(await ask({ typeId: stage.types.optional, responseTypeIds: [defence, statement] })).toEqual([]);
  });

  it('gives the same act again for the same key', async () => {
    await stage.recipients(['j-1']);
    const order = { recipientIds: ['j-1'], documentId: 'doc-j', idempotencyKey: 'issue-j-0001' };
    const [first, again] = [await stage.issueAs(callers.clerkOfUnit, order), await stage.issueAs(callers.clerkOfUnit, order)];
    const act = (done(first) as { issueIntimation: { intimation: { number: string } } }).issueIntimation.intimation;
    expect(again.data).toMatchObject({ issueIntimation: { replayed: true, intimation: act } });
  });

  it('previews access, tacit date and conflicts of each recipient, and changes nothing (IN-04, IN-05)', async () => {
    await stage.recipients(['k-1', 'k-2', 'k-3']);
    const earlier = await seen(await stage.issued({ accessScope: 'PARTIAL', recipientIds: ['k-1'], documentId: 'doc-k' }));
    const preview = `query($input: PreviewIntimationInput!) { previewIntimation(input: $input) { tacitDays needsConfirmation refused recipients {
      recipient { id name } accessScope { value } accessChange { value label } tacitDeadline { date steps { kind text } } conflicts { documentId number } } } }`;
    const before = await rig.database.connection.collection('intimations').countDocuments();
    const order = stage.orderOf({ accessScope: 'INTEGRAL', recipientIds: ['k-2', 'k-1'], documentId: 'doc-k', processTypeKey: 'tax' });
    const { previewIntimation } = done(await stage.clerk(preview, { input: order })) as { previewIntimation: { recipients: object[] } };
    expect(previewIntimation).toMatchObject({ tacitDays: 15, needsConfirmation: true, refused: true });
    expect(previewIntimation.recipients).toMatchObject([
      { recipient: { id: 'k-2', name: 'Pessoa k-2' }, accessChange: { value: 'NEW' }, tacitDeadline: { date: '2026-03-23' }, conflicts: [] },
      { recipient: { id: 'k-1' }, accessScope: { value: 'INTEGRAL' }, accessChange: { value: 'REPLACES_PARTIAL' }, conflicts: [{ documentId: 'doc-k', number: earlier.number }] },
    ]);
    expect(problemsOf(await stage.clerk(preview, { input: stage.orderOf({ recipientIds: [] }) }))).toEqual(['recipientIds OUT_OF_RANGE']);
    expect(await rig.database.connection.collection('intimations').countDocuments()).toBe(before);
  });

  it('issues to 300 recipients with the same few writes as to one', async () => {
    const ids = Array.from({ length: 300 }, (_, index) => `m-${String(index).padStart(3, '0')}`);
    await stage.recipients(ids);
    const start = rig.writes.length;
    const id = await stage.issued({ recipientIds: ids, documentId: 'doc-m', annexDocumentIds: ['doc-m-1', 'doc-m-2'] });
    const writesTo = (collection: string): number => rig.writes.slice(start).filter((write) => write.collection === collection && write.name !== 'findAndModify').length;
    expect([writesTo('notices'), writesTo('intimations')]).toEqual([1, 1]);
    await stage.bind(id);
    await stage.settled(id, 'ISSUED');
    expect([writesTo('notices'), writesTo('intimations'), writesTo('jobs')].every((writes) => writes <= 10)).toBe(true);
    expect(await rig.database.connection.collection('notices').countDocuments({ intimationId: id, status: 'PENDING', 'tacit.current.date': '2026-03-18' })).toBe(300);
    expect(await rig.database.connection.collection('jobs').countDocuments({ kind: 'fulfil-tacitly', state: 'waiting' })).toBeGreaterThanOrEqual(300);
    expect((await seen(id)).countsByStatus).toMatchObject([{ count: 300 }]);
  });

  it('is measured as stuck after two minutes without an answer of process, and still goes on when it comes', async () => {
    await stage.recipients(['n-1']);
    const stuck = async (): Promise<string | undefined> => {
      const metrics = await (await fetch(`${rig.service.url}/metrics`)).text();
      return /^guiche_intimations_stuck\S* (\d+)$/m.exec(metrics)?.[1];
    };
    const id = await stage.issued({ recipientIds: ['n-1'], documentId: 'doc-n' });
    const waiting = await rig.database.connection.collection('intimations').countDocuments({ state: 'REQUESTED' });
    rig.clock.advance({ minutes: 2 });
    rig.service.wake();
    await waitFor(() => rig.database.connection.collection('jobs').findOne({ kind: 'watch-intimation', key: id, state: 'done' }), { describe: () => 'the watch' });
    expect(await stuck()).toBe(String(waiting));
    await stage.bind(id);
    await stage.settled(id, 'ISSUED');
    expect(await stuck()).toBe(String(waiting - 1));
  });

  it('writes nothing outside a transaction', () => {
    assertTransactional(rig.writes, { except: [/^(counters|jobs|uploads|relay_lease|recomputations|fs\.)/, /^update outbox$/] });
  });
});
