import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { queryPlans, readsOf } from '@guiche/kit/testing';
import type { TokenPrincipal } from '@guiche/kit/auth';
import { countUnserved } from '../adapters/metrics/register-fulfilment-metrics.ts';
import { administrator, callers } from './issuing-stage.ts';
import { consultedOn, reportDesk, tacitOn } from './report-desk.ts';
import type { ReportedNotice } from './report-desk.ts';
import { startRig } from './rig.ts';

const ana: TokenPrincipal = { kind: 'person', personId: 'ana', sessionId: 's' };
const chief: TokenPrincipal = { kind: 'staff', staffId: 'chief', municipalityId: 'campinas', unitIds: ['pg', 'pge', 'smf'], roles: [], sessionId: 'c' };

const columns = 'recipient { name } type { name } unit { id } issuedAt status { label } fulfilment { fulfilledOn certificateNumber } processNumber';
/** All that the page of a recipient shows: days left, what happens, the explanation, the text before opening. */
const mine = `query($status: NoticeStatus, $after: String) { myNotices(status: $status, after: $after, first: 30) {
  edges { cursor node { id number documentLabel processNumber ${columns} daysLeft consequence confirmation { text version }
    tacitDeadline { deadline { date steps { from to text daysInTheWay { date } } } } responseDeadlines { name daysLeft open } } }
  pageInfo { hasNextPage endCursor } } }`;
const mineCounted = '{ myNotices(first: 1) { countsByStatus { count } } }';
const report = `query($order: IntimationReportOrder, $filter: IntimationReportFilter, $after: String) {
  intimationReport(municipalityId: "campinas", order: $order, filter: $filter, after: $after) { edges { cursor node { ${columns} } } } }`;
const reportCounted = 'query($filter: IntimationReportFilter) { intimationReport(municipalityId: "campinas", filter: $filter, first: 1) { totalCount countsByStatus { count } } }';
const statistics = 'query($filter: IntimationReportFilter) { intimationStatistics(municipalityId: "campinas", filter: $filter) { total byMonth { count } } }';
const ofProcess = '{ processIntimations(municipalityId: "campinas", processId: "p-1") { edges { node { number notices(first: 5) { edges { node { id } } } countsByStatus { count } } } } }';

/** What grows with the city hall; settings and catalogues do not. */
const growing = ['notices', 'intimations', 'recipients', 'report_exports', 'used_downloads', 'idempotency', 'audit', 'outbox'];
const orders = ['ISSUED_LATEST', 'ISSUED_EARLIEST', 'FULFILLED_LATEST', 'FULFILLED_EARLIEST', 'DUE_SOONEST', 'DUE_LATEST'];
const filters: Readonly<Record<string, object>> = {
  nothing: {},
  'a status': { statuses: ['OVERDUE', 'PENDING'] },
  'a unit and a type': { unitId: 'pg', typeId: 't-1' },
  'a process': { processId: 'p-1' },
  'a name': { recipientName: 'ana pr' },
  'every period': { issued: { from: '2026-01-01', until: '2026-12-31' }, fulfilled: { from: '2026-01-01' }, due: { until: '2027-01-01' } },
};

describe('what is asked of the notices of a city', () => {
  let rig: Awaited<ReturnType<typeof startRig>>;
  let plans: ReturnType<typeof queryPlans>;
  beforeAll(async () => {
    rig = await startRig({ at: '2026-03-31T12:00:00-03:00' });
    const calendar = { municipalityId: 'campinas', tacitDays: 10, holidaysSource: 'BR', municipalHolidays: [] };
    await rig.as(administrator)('mutation($input: ConfigureCalendarInput!) { configureCalendar(input: $input) { replayed } }', { input: calendar });
    const states = [{}, consultedOn('2026-03-16'), tacitOn('2026-03-18'), { ...tacitOn('2026-03-18'), status: 'OVERDUE' }] as const;
    const units = ['pg', 'pge', 'smf', 'other'];
    const notice = (index: number): ReportedNotice => ({
      id: String(index).padStart(6, '0'), unitId: units[index % 4] ?? 'pg', processId: `p-${String(index % 7)}`, issuedAt: new Date(Date.UTC(2026, 0, 1) + index * 60_000),
      ...states[(index >> 2) % 4],
    });
    await reportDesk(rig).stored(...Array.from({ length: 10_000 }, (_, index) => notice(index)));
    plans = queryPlans(rig.service.parts.connection);
  });
  afterAll(() => rig.stop());

  /** The plans of what a page asks, of the second time: by then keys and settings are there. */
  const costOf = async (as: TokenPrincipal | undefined, document: string, variables: object) => {
    const { errors, data } = await rig.as(as)(document, { ...variables });
    expect(errors).toEqual([]);
    const commands = await plans.commandsOf(() => rig.as(as)(document, { ...variables }));
    const used = await plans.plansOf(commands, growing);
    expect(used).not.toEqual([]);
    const slow = used.filter(({ stages }) => stages.some((stage) => ['COLLSCAN', 'SORT', '$sort'].includes(stage)));
    return { data, used, slow, repeated: Object.entries(readsOf(commands)).filter(([, times]) => times > 1) };
  };

  it.each<[string, string, object]>([
    ['the list', mine, {}],
    ['the list of a status', mine, { status: 'PENDING' }],
    ['the counts beside it', mineCounted, {}],
  ])('a recipient with ten thousand intimations gets %s by indexes alone, without sorting', async (_what, document, variables) => {
    expect(await costOf(ana, document, variables)).toMatchObject({ slow: [] });
  });

  it('the page of a recipient reads each collection once, whatever it shows, and no more notices than it shows', async () => {
    const { data, repeated } = await costOf(ana, mine, {});
    expect(repeated).toEqual([]);
    const { edges, pageInfo } = (data as { myNotices: { edges: unknown[]; pageInfo: { endCursor: string } } }).myNotices;
    expect(edges).toHaveLength(30);
    for (const variables of [{}, { status: 'OVERDUE' }, { after: pageInfo.endCursor }]) {
      const [find] = (await plans.commandsOf(() => rig.as(ana)(mine, variables))).filter((command) => command['find'] === 'notices');
      const explained = (await plans.explain(find ?? {}, 'executionStats')) as { executionStats: { totalKeysExamined: number; totalDocsExamined: number } };
      expect(explained.executionStats.totalDocsExamined).toBeLessThanOrEqual(32);
      expect(explained.executionStats.totalKeysExamined).toBeLessThanOrEqual(33);
    }
  });

  it.each(Object.entries(filters).flatMap(([what, filter]) => orders.map((order) => [what, order, filter] as const)))(
    'a report filtered by %s in the order %s is read by an index in its order, for units and for the city',
    async (_what, order, filter) => {
      for (const who of [chief, callers.clerkOfUnit, administrator]) {
        const { slow, repeated } = await costOf(who, report, { order, filter });
        expect([slow, repeated]).toEqual([[], []]);
      }
    },
  );

  it.each(Object.entries(filters))('counts and charts of a report filtered by %s are read by an index', async (_what, filter) => {
    for (const who of [chief, administrator]) {
      for (const document of [reportCounted, statistics]) expect((await costOf(who, document, { filter })).slow).toEqual([]);
    }
  });

  it.each([['units', chief], ['the city', administrator]])('counts by status of %s are read off an index alone', async (_whose, who) => {
    const { used } = await costOf(who, reportCounted, { filter: { issued: { from: '2026-01-01' } } });
    const counts = used.filter(({ what }) => what === 'aggregate notices');
    expect(counts).toHaveLength(1);
    expect(counts[0]?.stages).not.toContain('FETCH');
  });

  it('the intimations of a process with their notices read each collection once for lists and once for counts', async () => {
    const { slow } = await costOf(administrator, ofProcess, {});
    expect(slow).toEqual([]);
  });

  it('what the operator watches is counted by indexes alone', async () => {
    const commands = await plans.commandsOf(() => countUnserved(rig.service.parts.connection, rig.clock.now()));
    const used = await plans.plansOf(commands, growing);
    expect(used.map(({ what }) => what)).toEqual(['aggregate notices', 'aggregate notices']);
    expect(used.filter(({ stages }) => stages.includes('COLLSCAN'))).toEqual([]);
  });

  it('asking for a spreadsheet, making it and listing it reads by indexes alone', async () => {
    const act = 'mutation { exportIntimations(input: { municipalityId: "campinas", format: CSV }) { export { id } } }';
    expect((await costOf(chief, act, {})).slow).toEqual([]);
    expect((await costOf(chief, '{ myIntimationExports(municipalityId: "campinas") { edges { node { id file { size } } } } }', {})).slow).toEqual([]);
  });
});
