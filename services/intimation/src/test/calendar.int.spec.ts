import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assertTransactional, waitFor } from '@guiche/kit/testing';
import type { GraphqlClient } from '@guiche/kit/testing';
import type { TokenPrincipal } from '@guiche/kit/auth';
import { startRig } from './rig.ts';

const staff = (municipalityId: string, roles: string[]): TokenPrincipal => ({
  kind: 'staff', staffId: `staff-${municipalityId}`, municipalityId, unitIds: ['pg'], roles, sessionId: 's',
});
const configure = `mutation($input: ConfigureCalendarInput!) { configureCalendar(input: $input) { replayed calendar { version tacitDaysByProcessType { processType days } } } }`;
const register = `mutation($input: RegisterHolidayInput!) { registerHoliday(input: $input) { replayed holidayId calendar { version } } }`;
const remove = `mutation($input: RemoveHolidayInput!) { removeHoliday(input: $input) { replayed calendar { version } } }`;
const registerOutage = `mutation($input: RegisterOutageInput!) { registerOutage(input: $input) { replayed outage { id startsOn endsOn } } }`;
const withdraw = `mutation($input: WithdrawOutageInput!) { withdrawOutage(input: $input) { outage { withdrawnAt } } }`;
const preview = `query($input: PreviewDeadlineInput!) { previewDeadline(input: $input) {
  date endsAt timeZone rule { id } steps { kind from to daysInTheWay { date kind { value label } name legalBasis outage { startsOn endsOn } } }
} }`;
const holidays = `query($id: ID!, $year: Int!, $body: String) { _entities(representations: [{ __typename: "Municipality", id: $id }]) {
  ... on Municipality { calendar { holidays(year: $year, body: $body, first: 100) { edges { node { date kind body registeredId legalBasis } } } } }
} }`;
const holiday = {
  municipalityId: 'campinas', kind: 'MUNICIPAL', name: 'Aniversário', legalBasis: 'Lei nº 1', date: '2026-03-18',
};

describe('the calendar of a city', () => {
  let rig: Awaited<ReturnType<typeof startRig>>;
  let administrator: GraphqlClient;
  beforeAll(async () => {
    rig = await startRig({ at: '2026-03-16T12:00:00Z' });
    administrator = rig.as(staff('campinas', ['administrator']));
    await setUp('campinas');
  });
  afterAll(() => rig.stop());

  const setUp = (municipalityId: string) =>
    rig.as(staff(municipalityId, ['administrator']))(configure, { input: { municipalityId, tacitDays: 10, holidaysSource: 'BR', municipalHolidays: [] } });
  const rowsOf = (collection: string, municipalityId: string) =>
    rig.database.connection.collection(collection).find({ municipalityId }).sort({ _id: 1 }).toArray();
  const dateOf = async (input: object): Promise<unknown> => {
    const answer = await rig.as()(preview, { input });
    return (answer.data?.['previewDeadline'] as { date: string } | null)?.date ?? answer.errors[0]?.extensions?.['code'];
  };
  const codeOf = (answer: { errors: readonly { extensions?: Record<string, unknown> }[] }): unknown => answer.errors[0]?.extensions?.['code'];

  it('8. Tacit deadline: a holiday registered late makes 18/03/2026 the 19th, with its law, and asks for pending dates to be counted anew', async () => {
    const issued = { municipalityId: 'campinas', kind: 'TACIT', startsOn: '2026-03-06' };
    expect(await dateOf(issued)).toBe('2026-03-18');
    const registered = await administrator(register, { input: { ...holiday, idempotencyKey: 'holiday-1803' } });
    expect(registered.data).toMatchObject({ registerHoliday: { replayed: false, calendar: { version: 2 } } });
    const replayed = await administrator(register, { input: { ...holiday, idempotencyKey: 'holiday-1803' } });
    expect(replayed.data).toMatchObject({ registerHoliday: { replayed: true, calendar: { version: 2 } } });
    const { data } = await rig.as()(preview, { input: issued });
    expect(data).toMatchObject({
      previewDeadline: {
        date: '2026-03-19', endsAt: '2026-03-20T02:59:59.999Z', rule: { id: 'IN-11' },
        steps: [
          { kind: 'START', from: '2026-03-06', to: '2026-03-09' },
          { kind: 'COUNT', from: '2026-03-09', to: '2026-03-18' },
          { kind: 'END', from: '2026-03-18', to: '2026-03-19', daysInTheWay: [{ date: '2026-03-18', kind: { value: 'MUNICIPAL', label: 'Feriado municipal' }, legalBasis: 'Lei nº 1' }] },
        ],
      },
    });
    const [change] = (await rowsOf('calendar_changes', 'campinas')).filter(({ kind }) => kind === 'HOLIDAY_REGISTERED');
    expect(change).toMatchObject({ by: 'staff-campinas', version: 2, at: new Date('2026-03-16T12:00:00Z') });
    const waiting = { _id: change?._id, fromDate: '2026-03-18', cause: { kind: 'HOLIDAY', changeId: change?._id } };
    expect(await rowsOf('recomputations', 'campinas')).toEqual([expect.objectContaining({ ...waiting, cause: expect.objectContaining(waiting.cause) })]);
    const [event] = await rig.database.connection.collection('outbox').find({ type: 'guiche.intimation.v1.HolidaysChanged' }).toArray();
    expect(event?.['aggregateId']).toBe('campinas');
  });

  it('leaves nothing behind of a change that is refused', async () => {
    await setUp('refusals');
    const ask = rig.as(staff('refusals', ['administrator']));
    const input = { ...holiday, municipalityId: 'refusals' };
    expect(codeOf(await ask(register, { input: { ...input, date: '2026-03-13' } }))).toBe('INVALID_INPUT');
    expect(codeOf(await ask(register, { input: { ...input, easter: { daysAfterEaster: 60, firstYear: 2027 } } }))).toBe('HOLIDAY_DATE_UNCLEAR');
    expect(codeOf(await ask(register, { input: { ...input, expectedVersion: 7 } }))).toBe('STALE_VERSION');
    expect(codeOf(await ask(remove, { input: { municipalityId: 'refusals', holidayId: 'nowhere' } }))).toBe('HOLIDAY_NOT_FOUND');
    expect(codeOf(await rig.as(staff('unconfigured', ['administrator']))(register, { input: { ...input, municipalityId: 'unconfigured' } }))).toBe('CALENDAR_NOT_FOUND');
    const left = await Promise.all(['holidays', 'recomputations'].map((collection) => rowsOf(collection, 'refusals')));
    expect([...left, (await rowsOf('calendar_changes', 'refusals')).length]).toEqual([[], [], 1]);
  });

  it('has holidays of a body for that body alone, movable ones and single days off, and takes them back', async () => {
    await setUp('piracicaba');
    const ask = rig.as(staff('piracicaba', ['administrator']));
    const of = { municipalityId: 'piracicaba', name: 'Dia', legalBasis: 'Decreto nº 2' };
    const corpus = { ...of, kind: 'MUNICIPAL', easter: { daysAfterEaster: 60, firstYear: 2026 } };
    const dayOff = { ...of, kind: 'OPTIONAL_DAY_OFF', body: 'SEMAE', date: '2026-06-05' };
    const semae = { ...of, kind: 'BODY', body: 'SEMAE', yearly: { month: 8, day: 3, firstYear: 2026 } };
    const ids: unknown[] = [];
    for (const input of [corpus, dayOff, semae]) ids.push((await ask(register, { input })).data?.['registerHoliday']);
    const registeredIn = async (body: string | null): Promise<unknown> => {
      const { data } = await rig.as()(holidays, { id: 'piracicaba', year: 2026, body });
      const [{ calendar }] = data?.['_entities'] as [{ calendar: { holidays: { edges: { node: { date: string; kind: string; registeredId: string | null } }[] } } }];
      return calendar.holidays.edges.filter(({ node }) => node.registeredId !== null).map(({ node }) => `${node.date} ${node.kind}`);
    };
    expect(await registeredIn(null)).toEqual(['2026-06-04 MUNICIPAL']);
    expect(await registeredIn('SEMAE')).toEqual(['2026-06-04 MUNICIPAL', '2026-06-05 OPTIONAL_DAY_OFF', '2026-08-03 BODY']);
    const oneDay = { municipalityId: 'piracicaba', kind: 'RESPONSE', startsOn: '2026-06-03', amount: { unit: 'BUSINESS_DAYS', value: 1 } };
    expect([await dateOf(oneDay), await dateOf({ ...oneDay, body: 'SEMAE' })]).toEqual(['2026-06-05', '2026-06-08']);
    const { holidayId } = ids[1] as { holidayId: string };
    await ask(remove, { input: { municipalityId: 'piracicaba', holidayId } });
    expect(await dateOf({ ...oneDay, body: 'SEMAE' })).toBe('2026-06-05');
    const bodies = (await rowsOf('recomputations', 'piracicaba')).map(({ body }) => String(body)).sort();
    expect(bodies).toEqual(['SEMAE', 'SEMAE', 'SEMAE', 'null']);
  });

  it('counts by the time zone that identity tells, and by the tacit days of the type of process (IN-10)', async () => {
    await rig.say('guiche.identity.v1.MunicipalityConfigured', {
      municipalityId: 'rio-branco', name: 'Rio Branco', acronym: 'PMRB', timeZone: 'America/Rio_Branco', state: 'AC', city: 'Rio Branco', termDeadlineDays: 15, training: true,
    }, 'rio-branco', 1);
    await waitFor(() => rig.database.connection.collection('municipalities').findOne({ _id: 'rio-branco' as never, training: true }), { describe: () => 'the city' });
    const ask = rig.as(staff('rio-branco', ['administrator']));
    const settings = { municipalityId: 'rio-branco', tacitDays: 10, holidaysSource: 'BR-AC', municipalHolidays: [] };
    await ask(configure, { input: { ...settings, tacitDaysByProcessType: [{ processType: 'iptu', days: 15 }] } });
    const issued = { municipalityId: 'rio-branco', kind: 'TACIT', startsOn: '2026-03-06' };
    const { data } = await rig.as()(preview, { input: issued });
    expect(data).toMatchObject({ previewDeadline: { timeZone: 'America/Rio_Branco', endsAt: '2026-03-19T04:59:59.999Z' } });
    expect(await dateOf({ ...issued, processType: 'iptu' })).toBe('2026-03-23');
    const again = await ask(configure, { input: { ...settings, tacitDays: 20 } });
    expect(again.data).toMatchObject({ configureCalendar: { calendar: { version: 2, tacitDaysByProcessType: [{ processType: 'iptu', days: 15 }] } } });
    const reasons = async (): Promise<string[]> => (await rowsOf('recomputations', 'rio-branco')).map(({ cause }) => (cause as { reason: string }).reason).sort();
    const zone = 'Fuso horário do município alterado de America/Sao_Paulo para America/Rio_Branco.';
    expect(await reasons()).toEqual([zone]);
    await ask(configure, { input: { ...settings, tacitDays: 20, holidaysSource: 'BR' } });
    expect(await reasons()).toEqual(['Calendário configurado: prazo tácito de 20 dias, feriados de BR.', zone]);
  });

  it('refuses a preview with everything that is wrong', async () => {
    const wrong = { municipalityId: 'campinas', kind: 'RESPONSE', startsOn: '1989-12-31', amount: { unit: 'CALENDAR_DAYS', value: 10_000 } };
    const { errors } = await rig.as()(preview, { input: wrong });
    expect(errors[0]?.extensions?.['fields']).toEqual([expect.objectContaining({ path: 'startsOn' }), expect.objectContaining({ path: 'amount.value' })]);
    expect(await dateOf({ municipalityId: 'campinas', kind: 'RESPONSE', startsOn: '2026-03-16' })).toBe('INVALID_INPUT');
    expect(await dateOf({ municipalityId: 'campinas', kind: 'TACIT', startsOn: '2026-03-16', amount: { unit: 'MONTHS', value: 1 } })).toBe('INVALID_INPUT');
    expect(await dateOf({ municipalityId: 'nowhere', kind: 'TACIT', startsOn: '2026-03-16' })).toBe('CALENDAR_NOT_FOUND');
  });

  describe('outages (IN-20)', () => {
    const outage = { municipalityId: 'santos', startsAt: '2026-03-26T17:00:00Z', endsAt: '2026-03-26T21:00:00Z', summary: 'Falha elétrica', extendsDeadlines: true };
    let ask: GraphqlClient;
    beforeAll(async () => {
      ask = rig.as(staff('santos', ['administrator']));
      await setUp('santos');
    });

    it('13. Reiteração, outage and overdue: one on 26/03/2026 with extension makes a response due on it due on 27/03/2026, as its preview told', async () => {
      const due = { municipalityId: 'santos', kind: 'RESPONSE', startsOn: '2026-03-16', amount: { unit: 'CALENDAR_DAYS', value: 10 } };
      expect(await dateOf(due)).toBe('2026-03-26');
      const notice = (date: string, more: object) => ({ _id: `notice-${date}` as never, municipalityId: 'santos', actState: 'ISSUED', lastDate: date, responses: [], responseDeadlines: [{ current: { date } }], ...more });
      await rig.database.connection.collection('notices').insertMany([
        notice('2026-03-26', { recipient: { recipientId: 'a' } }), notice('2026-03-27', { recipient: { recipientId: 'b' } }),
      ]);
      const { data: effect } = await ask('query($municipalityId: ID!, $startsAt: DateTime!, $endsAt: DateTime!) { previewOutage(municipalityId: $municipalityId, startsAt: $startsAt, endsAt: $endsAt) { startsOn endsOn deadlines moves { from to deadlines } } }', outage);
      expect(effect).toEqual({ previewOutage: { startsOn: '2026-03-26', endsOn: '2026-03-26', deadlines: 1, moves: [{ from: '2026-03-26', to: '2026-03-27', deadlines: 1 }] } });
      expect(await rowsOf('outages', 'santos')).toEqual([]);
      expect((await ask(registerOutage, { input: outage })).data).toMatchObject({ registerOutage: { outage: { startsOn: '2026-03-26', endsOn: '2026-03-26' } } });
      const { data } = await rig.as()(preview, { input: due });
      expect(data).toMatchObject({ previewDeadline: { date: '2026-03-27', endsAt: '2026-03-28T02:59:59.999Z' } });
      expect((data?.['previewDeadline'] as { steps: unknown[] }).steps.at(-1)).toMatchObject({
        kind: 'OUTAGE', daysInTheWay: [{ kind: { value: 'OUTAGE', label: 'Indisponibilidade do sistema' }, name: 'Falha elétrica', outage: { startsOn: '2026-03-26', endsOn: '2026-03-26' } }],
      });
      expect(await rowsOf('recomputations', 'santos')).toEqual([expect.objectContaining({ fromDate: '2026-03-26', cause: expect.objectContaining({ kind: 'OUTAGE' }) })]);
    });

    it('do not move tacit dates', async () => {
      expect(await dateOf({ municipalityId: 'santos', kind: 'TACIT', startsOn: '2026-03-16', amount: { unit: 'CALENDAR_DAYS', value: 10 } })).toBe('2026-03-26');
    });

    it('at the same time as another one are refused, also when both come at once', async () => {
      expect(codeOf(await ask(registerOutage, { input: { ...outage, startsAt: '2026-03-26T20:59:59Z', endsAt: '2026-03-26T23:00:00Z' } }))).toBe('OUTAGE_OVERLAPS');
      const next = { ...outage, startsAt: '2026-04-01T10:00:00Z', endsAt: '2026-04-01T12:00:00Z' };
      const both = await Promise.all([0, 1, 2].map((number) => ask(registerOutage, { input: { ...next, summary: `Falha ${String(number)}` } })));
      expect(both.map(codeOf).sort()).toEqual(['OUTAGE_OVERLAPS', 'OUTAGE_OVERLAPS', undefined]);
    });

    it('are listed for everybody, latest first, and no longer count once withdrawn with a reason', async () => {
      const list = 'query($first: Int, $after: String) { outages(municipalityId: "santos", first: $first, after: $after) { edges { node { id startsOn withdrawnAt } } pageInfo { hasNextPage endCursor } } }';
      type Listed = { edges: { node: { id: string; startsOn: string; withdrawnAt: string | null } }[]; pageInfo: { endCursor: string } };
      const page = async (variables: Record<string, unknown>): Promise<Listed> => (await rig.as()(list, variables)).data?.['outages'] as Listed;
      const [first] = [await page({ first: 1 })];
      expect(first.edges.map(({ node }) => node.startsOn)).toEqual(['2026-04-01']);
      const second = await page({ first: 1, after: first.pageInfo.endCursor });
      expect(second.edges.map(({ node }) => node.startsOn)).toEqual(['2026-03-26']);
      const outageId = second.edges[0]?.node.id;
      expect(codeOf(await ask(withdraw, { input: { municipalityId: 'santos', outageId, reason: '' } }))).toBe('INVALID_INPUT');
      expect((await ask(withdraw, { input: { municipalityId: 'santos', outageId, reason: 'Município errado.' } })).data).toMatchObject({ withdrawOutage: { outage: { withdrawnAt: '2026-03-16T12:00:00.000Z' } } });
      expect(codeOf(await ask(withdraw, { input: { municipalityId: 'santos', outageId, reason: 'De novo.' } }))).toBe('OUTAGE_WITHDRAWN_ALREADY');
      expect(codeOf(await rig.as(staff('campinas', ['administrator']))(withdraw, { input: { municipalityId: 'campinas', outageId, reason: 'De outro.' } }))).toBe('OUTAGE_NOT_FOUND');
      expect(await dateOf({ municipalityId: 'santos', kind: 'RESPONSE', startsOn: '2026-03-16', amount: { unit: 'CALENDAR_DAYS', value: 10 } })).toBe('2026-03-26');
    });

    it('and every other change are told to the staff of the city with author, date and reason, latest first', async () => {
      const history = '{ calendarChanges(municipalityId: "santos", first: 10) { edges { node { version kind { value label } reason summary at by { id } } } } }';
      const { data } = await rig.as(staff('santos', []))(history);
      const entries = (data?.['calendarChanges'] as { edges: { node: { version: number; kind: { value: string }; reason: string | null } }[] }).edges.map(({ node }) => node);
      expect(entries.map(({ version, kind }) => `${String(version)} ${kind.value}`)).toEqual(['4 OUTAGE_WITHDRAWN', '3 OUTAGE_REGISTERED', '2 OUTAGE_REGISTERED', '1 CONFIGURED']);
      expect(entries[0]).toMatchObject({ reason: 'Município errado.', by: { id: 'staff-santos' }, at: '2026-03-16T12:00:00.000Z' });
    });
  });

  it('writes nothing outside a transaction but leases', () => {
    expect(rig.writes.map(({ collection }) => collection)).toEqual(expect.arrayContaining(['calendars', 'holidays', 'outages', 'calendar_changes', 'recomputations']));
    assertTransactional(rig.writes, { except: [/^(counters|jobs|uploads|relay_lease|fs\.)/, /^update outbox$/, /^(findAndModify|update) recomputations$/] });
  });
});
