import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TokenPrincipal } from '@guiche/kit/auth';
import { administrator, callers, done, issuingStage, problemsOf } from './issuing-stage.ts';
import { consultedOn, reportDesk, tacitOn } from './report-desk.ts';
import { startRig } from './rig.ts';

const { clerkOfUnit: clerk, clerkOfOtherUnit } = callers;
const at = (day: string, time = '12:00:00-03:00'): Date => new Date(`${day}T${time}`);
const columns = `{ intimationReport(municipalityId: "campinas") { edges { node {
  recipient { name } type { name } unit { id } issuedAt status { label } fulfilment { fulfilledOn certificateNumber } processNumber number } } } }`;
const counted = `query($filter: IntimationReportFilter) { intimationReport(municipalityId: "campinas", filter: $filter, first: 1) {
  totalCount countsByStatus { status { value label } count } } }`;
const statistics = `query($filter: IntimationReportFilter) { intimationStatistics(municipalityId: "campinas", filter: $filter) {
  from until total byStatus { status { label } count } byType { typeId name count } otherTypes byUnit { unit { id } count } otherUnits
  byMonth { month count } consultations tacit consultationShare medianDaysToFulfilment } }`;

describe('the report of intimations (IN-23)', () => {
  let rig: Awaited<ReturnType<typeof startRig>>;
  let desk: ReturnType<typeof reportDesk>;
  beforeAll(async () => {
    rig = await startRig({ at: '2026-03-31T12:00:00-03:00' });
    desk = reportDesk(rig);
  });
  afterAll(() => rig.stop());
  beforeEach(async () => {
    await desk.notices.deleteMany({});
  });

  it('has its columns, of issued notices only', async () => {
    const certificate = { documentId: 'c', documentNumber: '0000090', filedAt: at('2026-03-16') };
    await desk.stored({ id: '1', ...consultedOn('2026-03-16'), certificate }, { id: '2', actState: 'REQUESTED', issuedAt: null }, { id: '3', actState: 'WITHDRAWN' });
    const { intimationReport } = done(await rig.as(clerk)(columns)) as { intimationReport: { edges: unknown[] } };
    expect(intimationReport.edges).toEqual([
      {
        node: {
          recipient: { name: 'Ana Prado' }, type: { name: 'Intimação de decisão' }, unit: { id: 'pg' }, issuedAt: '2026-03-06T15:00:00.000Z',
          status: { label: 'Cumprida por Consulta Direta' }, fulfilment: { fulfilledOn: '2026-03-16', certificateNumber: '0000090' },
          processNumber: 'PMC.2026.00000001-60', number: 'INT 2026/1',
        },
      },
    ]);
  });

  it('shows each unit its own, administrators of the city all, and nobody what was issued in a secret process but who issued it', async () => {
    const bia: TokenPrincipal = { kind: 'staff', staffId: 'bia', municipalityId: 'campinas', unitIds: ['pg'], roles: [], sessionId: 'b' };
    await desk.stored({ id: 'mine' }, { id: 'theirs', unitId: 'other' }, { id: 'secret', confidedTo: 'bia' }, { id: 'far', municipalityId: 'rio' });
    const seen = async (as: TokenPrincipal | undefined): Promise<string[]> => (await desk.ids(as)).sort();
    expect(await seen(clerk)).toEqual(['mine']);
    expect(await seen(clerkOfOtherUnit)).toEqual(['theirs']);
    expect(await seen(administrator)).toEqual(['mine', 'theirs']);
    expect(await seen(bia)).toEqual(['mine', 'secret']);
    expect(await desk.ids(clerk, { filter: { unitId: 'other' } })).toEqual([]);

    const totals = done(await rig.as(administrator)(counted)) as { intimationReport: { totalCount: number } };
    expect(totals.intimationReport.totalCount).toBe(2);
    expect(done(await rig.as(administrator)(statistics))).toMatchObject({ intimationStatistics: { total: 2 } });
  });

  it.each<[string, object, string[]]>([
    ['statuses', { statuses: ['PENDING', 'RESPONDED'] }, ['accents', 'answered']],
    ['no status at all, which is all of them (Todas)', { statuses: [] }, ['accents', 'answered', 'opened', 'overdue']],
    ['what is overdue', { overdueOnly: true }, ['overdue']],
    ['what is overdue among others', { overdueOnly: true, statuses: ['PENDING'] }, []],
    ['a type', { typeId: 't-2' }, ['opened']],
    ['a unit', { unitId: 'pge' }, ['answered']],
    ['a process', { processId: 'p-2' }, ['overdue']],
    ['beginnings of words of a name, without accents and case', { recipientName: 'conceicao JOAO' }, ['accents']],
    ['a name that is a pattern to a program', { recipientName: 'jo.*' }, ['accents']],
    ['days of issue, as the city has them', { issued: { from: '2026-03-05', until: '2026-03-05' } }, ['opened']],
    ['dates of fulfilment', { fulfilled: { from: '2026-03-10', until: '2026-03-16' } }, ['answered', 'opened']],
    ['last days', { due: { until: '2026-03-18' } }, ['accents']],
    ['everything at once', { statuses: ['FULFILLED_BY_CONSULTATION'], typeId: 't-2', fulfilled: { from: '2026-03-10' } }, ['opened']],
  ])('is filtered by %s', async (_what, filter, found) => {
    const chief: TokenPrincipal = { ...clerk, kind: 'staff', staffId: 'chief', municipalityId: 'campinas', unitIds: ['pg', 'pge'], roles: [], sessionId: 'c' };
    await desk.stored(
      { id: 'accents', name: 'João da Conceição' },
      // 23:30 on the 5th in the city, the 6th in UTC.
      { id: 'opened', ...consultedOn('2026-03-16'), issuedAt: at('2026-03-05', '23:30:00-03:00'), type: { id: 't-2', name: 'Outra', responseMode: 'NONE' } },
      { id: 'answered', ...consultedOn('2026-03-10'), status: 'RESPONDED', unitId: 'pge' },
      { id: 'overdue', ...tacitOn('2026-03-18'), status: 'OVERDUE', processId: 'p-2' },
    );
    expect((await desk.ids(chief, { filter })).sort()).toEqual(found);
  });

  it('refuses all that is wrong with a filter at once', async () => {
    const filter = { recipientName: '--', issued: { from: '2026-03-02', until: '2026-03-01' } };
    const answer = await rig.as(clerk)(counted, { filter });
    expect(problemsOf(answer)).toEqual(['filter.recipientName REQUIRED', 'filter.issued.until OUT_OF_RANGE']);
  });

  it.each<[string, string[]]>([
    ['ISSUED_LATEST', ['c', 'b', 'a']],
    ['ISSUED_EARLIEST', ['a', 'b', 'c']],
    ['FULFILLED_LATEST', ['a', 'c']],
    ['FULFILLED_EARLIEST', ['c', 'a']],
    ['DUE_SOONEST', ['b']],
    ['DUE_LATEST', ['b']],
  ])('in the order %s, page by page there and back', async (order, expected) => {
    await desk.stored(
      { id: 'a', issuedAt: at('2026-03-02'), ...consultedOn('2026-03-20') },
      { id: 'b', issuedAt: at('2026-03-03') },
      { id: 'c', issuedAt: at('2026-03-04'), ...tacitOn('2026-03-19') },
    );
    const walked: string[] = [];
    let cursor: string | undefined;
    do {
      const { edges, pageInfo } = await desk.page(clerk, { order, first: 1, ...(cursor === undefined ? {} : { after: cursor }) });
      walked.push(...edges.map(({ node }) => node.id));
      cursor = pageInfo.hasNextPage ? pageInfo.endCursor : undefined;
    } while (cursor !== undefined);
    expect(walked).toEqual(expected);
    const { edges } = await desk.page(clerk, { order, last: expected.length });
    expect(edges.map(({ node }) => node.id)).toEqual(expected);
    const other = await desk.page(clerk, { order, first: 1 });
    const refused = await rig.as(clerk)('query($after: String) { intimationReport(municipalityId: "campinas", after: $after, order: ISSUED_LATEST, filter: {}) { edges { cursor } } }', { after: other.pageInfo.endCursor });
    expect(refused.errors[0]?.extensions?.['code']).toBe(order === 'ISSUED_LATEST' ? undefined : 'INVALID_CURSOR');
  });

  it('counts by status only when asked, whichever statuses it lists', async () => {
    await desk.stored({ id: 'a' }, { id: 'b' }, { id: 'c', ...tacitOn('2026-03-18') }, { id: 'd', ...consultedOn('2026-03-18') });
    const { intimationReport } = done(await rig.as(clerk)(counted, { filter: { statuses: ['PENDING'] } })) as { intimationReport: object };
    expect(intimationReport).toEqual({
      totalCount: 2,
      countsByStatus: [
        { status: { value: 'PENDING', label: 'Pendente' }, count: 2 },
        { status: { value: 'FULFILLED_TACITLY', label: 'Cumprida por Decurso do Prazo Tácito' }, count: 1 },
        { status: { value: 'FULFILLED_BY_CONSULTATION', label: 'Cumprida por Consulta Direta' }, count: 1 },
      ],
    });
  });

  it('adds up for charts: status, type, unit, month, share of consultations, median of days', async () => {
    await desk.stored(
      // 22:00 of 28 February in the city.
      { id: 'a', issuedAt: at('2026-02-28', '22:00:00-03:00'), ...consultedOn('2026-03-02') },
      { id: 'b', issuedAt: at('2026-03-06'), ...consultedOn('2026-03-16') },
      { id: 'c', issuedAt: at('2026-03-06'), ...tacitOn('2026-03-18') },
      { id: 'd', issuedAt: at('2026-03-20'), unitId: 'pg', type: { id: 't-2', name: 'Outra', responseMode: 'NONE' } },
      { id: 'old', issuedAt: at('2024-12-31') },
    );
    const filter = { issued: { from: '2026-01-01' } };
    expect(done(await rig.as(clerk)(statistics, { filter }))).toEqual({
      intimationStatistics: {
        from: '2026-01-01', until: '2026-03-31', total: 4,
        byStatus: [
          { status: { label: 'Pendente' }, count: 1 },
          { status: { label: 'Cumprida por Decurso do Prazo Tácito' }, count: 1 },
          { status: { label: 'Cumprida por Consulta Direta' }, count: 2 },
        ],
        byType: [{ typeId: 't-1', name: 'Intimação de decisão', count: 3 }, { typeId: 't-2', name: 'Outra', count: 1 }],
        otherTypes: 0,
        byUnit: [{ unit: { id: 'pg' }, count: 4 }],
        otherUnits: 0,
        byMonth: [{ month: '2026-01', count: 0 }, { month: '2026-02', count: 1 }, { month: '2026-03', count: 3 }],
        consultations: 2, tacit: 1, consultationShare: 2 / 3,
        // 2, 10 and 12 days.
        medianDaysToFulfilment: 10,
      },
    });
    expect(done(await rig.as(clerk)(statistics))).toMatchObject({ intimationStatistics: { from: '2025-04-01', until: '2026-03-31', total: 4 } });
    expect(problemsOf(await rig.as(clerk)(statistics, { filter: { issued: { from: '2020-01-01' } } }))).toEqual(['filter.issued OUT_OF_RANGE']);
  });
});

describe('what was issued in a secret process', () => {
  let rig: Awaited<ReturnType<typeof startRig>>;
  beforeAll(async () => {
    rig = await startRig({ at: '2026-03-06T12:00:00-03:00' });
  });
  afterAll(() => rig.stop());

  it('is shown on every path to who issued it and to its recipient, and neither to the unit nor to administrators', async () => {
    const stage = await issuingStage(rig);
    await stage.recipients(['a']);
    const id = await stage.issued({ recipientIds: ['a'] });
    await stage.bind(id, { secret: true });
    await stage.settled(id, 'ISSUED');
    const noticeId = (await reportDesk(rig).notices.findOne({ intimationId: id }))?._id ?? '';

    const paths: readonly [string, string, object][] = [
      ['the act', 'query($id: ID!) { intimation(id: $id) { number } }', { id }],
      ['the notice', 'query($id: ID!) { notice(id: $id) { number } }', { id: noticeId }],
      ['the acts of the process', '{ processIntimations(municipalityId: "campinas", processId: "process-1") { edges { node { number } } } }', {}],
      ['their number', '{ processIntimations(municipalityId: "campinas", processId: "process-1") { totalCount } }', {}],
      ['the report', '{ intimationReport(municipalityId: "campinas") { edges { node { number } } } }', {}],
      ['its counts', '{ intimationReport(municipalityId: "campinas") { countsByStatus { count } } }', {}],
      ['the charts', '{ intimationStatistics(municipalityId: "campinas") { byUnit { count } } }', {}],
      ['the references', 'query($refs: [_Any!]!) { _entities(representations: $refs) { ... on Intimation { number } ... on IntimationNotice { number } } }', {
        refs: [{ __typename: 'Intimation', id }, { __typename: 'IntimationNotice', id: noticeId }],
      }],
    ];
    const seenBy = async (as: TokenPrincipal | undefined): Promise<string[]> => {
      const seen: string[] = [];
      for (const [what, document, variables] of paths) {
        const { data } = await rig.as(as)(document, { ...variables });
        if (/INT 2026|"(count|totalCount)":[1-9]/.test(JSON.stringify(data))) seen.push(what);
      }
      return seen;
    };
    const colleague: TokenPrincipal = { kind: 'staff', staffId: 'colleague', municipalityId: 'campinas', unitIds: ['pg'], roles: [], sessionId: 'k' };
    expect(await seenBy(clerk)).toEqual(paths.map(([what]) => what));
    expect([await seenBy(colleague), await seenBy(administrator)]).toEqual([[], []]);
    expect(await seenBy({ kind: 'person', personId: 'person-a', sessionId: 'p' })).toEqual(['the notice', 'the references']);
  });
});
