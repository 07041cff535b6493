import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assertTransactional, matrixCallers, waitFor } from '@guiche/kit/testing';
import type { TokenPrincipal } from '@guiche/kit/auth';
import { startRig } from './rig.ts';

const callers = matrixCallers({
  municipalityId: 'campinas',
  unitId: 'pg',
  otherUnitId: 'other',
  otherMunicipalityId: 'rio',
  scope: 'intimation:read',
});
const operator: TokenPrincipal = {
  kind: 'staff', staffId: 'operator', municipalityId: 'platform', unitIds: [], roles: ['operator'], sessionId: 'o',
};
const configure = `mutation($input: ConfigureCalendarInput!) {
  configureCalendar(input: $input) { replayed calendar { tacitDays holidaysSource version } }
}`;
const calendarOf = `query($cities: [_Any!]!, $first: Int, $after: String) {
  _entities(representations: $cities) { ... on Municipality { calendar {
    tacitDays version holidays(year: 2026, first: $first, after: $after) {
      edges { node { date name kind legalBasis } } pageInfo { hasNextPage endCursor }
    } } } }
}`;
const settings = {
  municipalityId: 'campinas',
  tacitDays: 10,
  holidaysSource: 'BR-SP',
  municipalHolidays: [{ month: 7, day: 14, name: 'Fundação da cidade', legalBasis: 'Lei municipal' }],
};
const recipients = `{ intimationRecipients(municipalityId: "campinas") { totalCount edges { node { id person { id } } } } }`;
const cities = [{ __typename: 'Municipality', id: 'campinas' }];

describe('the intimation service', () => {
  let rig: Awaited<ReturnType<typeof startRig>>;
  beforeAll(async () => {
    rig = await startRig();
  });
  afterAll(() => rig.stop());

  /** Type and number of what the service said about a recipient. */
  const said = async (id: string): Promise<[unknown, unknown][]> => {
    const rows = await rig.database.connection.collection('outbox').find({ aggregateId: id }).sort({ seq: 1 }).toArray();
    return rows.map(({ type, seq }) => [type, seq]);
  };

  it('configures a calendar once for the same settings, and replays the same key', async () => {
    const ask = rig.as(operator);
    const first = await ask(configure, { input: { ...settings, idempotencyKey: 'calendar-1' } });
    expect(first.errors).toEqual([]);
    expect(first.data).toEqual({ configureCalendar: { replayed: false, calendar: { tacitDays: 10, holidaysSource: 'BR-SP', version: 1 } } });
    const replay = await ask(configure, { input: { ...settings, idempotencyKey: 'calendar-1' } });
    expect(replay.data).toMatchObject({ configureCalendar: { replayed: true, calendar: { version: 1 } } });
    const again = await ask(configure, { input: settings });
    expect(again.data).toMatchObject({ configureCalendar: { replayed: false, calendar: { version: 1 } } });
  });

  it('shows the holidays of country, state and city in order, page by page', async () => {
    const ask = rig.as();
    const dates: string[] = [];
    let after: string | null = null;
    do {
      const page: { data: unknown } = await ask(calendarOf, { cities, first: 5, after });
      const { holidays } = (page.data as { _entities: { calendar: { holidays: { edges: { node: { date: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } }[] })._entities[0]!.calendar;
      dates.push(...holidays.edges.map(({ node }) => node.date));
      after = holidays.pageInfo.hasNextPage ? holidays.pageInfo.endCursor : null;
    } while (after !== null);
    expect(dates).toEqual([...dates].sort());
    expect(dates).toEqual(expect.arrayContaining(['2026-01-01', '2026-07-09', '2026-07-14', '2026-12-25']));
  });

  it('makes a fully released person a recipient once, however often the event comes, and ends it with a block (IN-01)', async () => {
    const data = { accreditationId: 'acc-1', personId: 'citizen-a', municipalityId: 'campinas' };
    const clerk = rig.as(callers.clerkOfUnit);
    const ids = async (): Promise<unknown> => (await clerk(recipients)).data;
    for (const eventId of ['e-1', 'e-1', 'e-1']) await rig.say('guiche.identity.v1.AccreditationTermSigned', data, 'acc-1', 1, eventId);
    const one = { intimationRecipients: { totalCount: 1, edges: [{ node: { id: 'acc-1', person: { id: 'citizen-a' } } }] } };
    await waitFor(async () => JSON.stringify(await ids()) === JSON.stringify(one), { describe: () => 'one recipient' });
    await rig.say('guiche.identity.v1.AccreditationBlocked', { ...data, reasonCode: 'TERM_NOT_SIGNED' }, 'acc-1', 2);
    const none = { intimationRecipients: { totalCount: 0, edges: [] } };
    await waitFor(async () => JSON.stringify(await ids()) === JSON.stringify(none), { describe: () => 'no recipient' });
    expect(await said('acc-1')).toEqual([['guiche.intimation.v1.RecipientEnabled', 1], ['guiche.intimation.v1.RecipientDisabled', 2]]);
  });

  it('follows a lifted block only when the person is fully released again (IN-01)', async () => {
    const data = { accreditationId: 'acc-2', personId: 'citizen-b', municipalityId: 'campinas' };
    const whole = [
      ['guiche.intimation.v1.RecipientEnabled', 1], ['guiche.intimation.v1.RecipientDisabled', 2], ['guiche.intimation.v1.RecipientEnabled', 3],
    ];
    await rig.say('guiche.identity.v1.AccreditationTermSigned', data, 'acc-2', 1);
    await rig.say('guiche.identity.v1.AccreditationBlocked', { ...data, reasonCode: 'ADMINISTRATIVE' }, 'acc-2', 2);
    await rig.say('guiche.identity.v1.AccreditationUnblocked', { ...data, released: false }, 'acc-2', 3);
    await waitFor(() => rig.database.connection.collection('inbox_heads').findOne({ seq: 3 }), { describe: () => 'the third event taken' });
    expect(await said('acc-2')).toEqual(whole.slice(0, 2));
    await rig.say('guiche.identity.v1.AccreditationUnblocked', { ...data, released: true }, 'acc-2', 4);
    await waitFor(async () => (await said('acc-2')).length === 3, { describe: () => 'enabled again' });
    expect(await said('acc-2')).toEqual(whole);
    const { data: found } = await rig.as(callers.clerkOfUnit)('{ intimationRecipients(municipalityId: "campinas", personId: "citizen-b") { edges { node { id } } } }');
    expect(found).toEqual({ intimationRecipients: { edges: [{ node: { id: 'acc-2' } }] } });
  });

  it('lists recipients page by page, both ways', async () => {
    const pages = 'query($first: Int, $after: String, $last: Int, $before: String) { intimationRecipients(municipalityId: "piracicaba", first: $first, after: $after, last: $last, before: $before) { edges { node { id } } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }';
    const ask = rig.as({ ...callers.clerkOfOtherCity, municipalityId: 'piracicaba' } as TokenPrincipal);
    for (const number of [1, 2, 3]) {
      rig.clock.advance({ seconds: 1 });
      const data = { accreditationId: `pir-${String(number)}`, personId: `p-${String(number)}`, municipalityId: 'piracicaba' };
      await rig.say('guiche.identity.v1.AccreditationTermSigned', data, data.accreditationId, 1);
      await waitFor(async () => (await said(data.accreditationId)).length === 1, { describe: () => data.accreditationId });
    }
    const page = async (variables: Record<string, unknown>) => {
      const { intimationRecipients: { edges, pageInfo } } = (await ask(pages, variables)).data as { intimationRecipients: { edges: { node: { id: string } }[]; pageInfo: Record<string, unknown> } };
      return { ids: edges.map(({ node }) => node.id), pageInfo };
    };
    const first = await page({ first: 2 });
    expect(first).toMatchObject({ ids: ['pir-3', 'pir-2'], pageInfo: { hasNextPage: true, hasPreviousPage: false } });
    expect(await page({ first: 2, after: first.pageInfo['endCursor'] })).toMatchObject({ ids: ['pir-1'], pageInfo: { hasNextPage: false } });
    const last = await page({ last: 1 });
    expect(last).toMatchObject({ ids: ['pir-1'], pageInfo: { hasPreviousPage: true } });
    expect((await page({ last: 5, before: last.pageInfo['startCursor'] })).ids).toEqual(['pir-3', 'pir-2']);
  });

  it('finds a recipient by words of the name, whatever case and accents, and shows who has none yet', async () => {
    const ask = rig.as({ ...callers.clerkOfOtherCity, municipalityId: 'santos' } as TokenPrincipal);
    const people = [['san-1', 'João da Conceição'], ['san-2', 'Joana Conrado'], ['san-3', undefined]] as const;
    for (const [accreditationId, personName] of people) {
      const data = { accreditationId, personId: `p-${accreditationId}`, municipalityId: 'santos', ...(personName === undefined ? {} : { personName }) };
      await rig.say('guiche.identity.v1.AccreditationTermSigned', data, accreditationId, 1);
      await waitFor(async () => (await said(accreditationId)).length === 1, { describe: () => accreditationId });
    }
    const search = 'query($name: String, $personId: ID) { intimationRecipients(municipalityId: "santos", name: $name, personId: $personId) { edges { node { id name } } } }';
    const found = async (filter: { name?: string; personId?: string }): Promise<unknown[]> => {
      const { data } = await ask(search, filter);
      return (data as { intimationRecipients: { edges: { node: { id: string; name: string | null } }[] } }).intimationRecipients.edges.map(({ node }) => node);
    };
    expect(await found({ name: 'CONCEICAO joão' })).toEqual([{ id: 'san-1', name: 'João da Conceição' }]);
    expect(await found({ name: 'con' })).toHaveLength(2);
    expect(await found({ name: 'joao conrado' })).toEqual([]);
    expect(await found({ name: '.*' })).toEqual([]);
    expect(await found({ personId: 'p-san-3' })).toEqual([{ id: 'san-3', name: null }]);
    const { errors } = await ask(search, { name: ' ' });
    expect(errors[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', fields: [expect.objectContaining({ path: 'name' })] });
  });

  it('refuses the cursor of another calendar or year', async () => {
    const answer = await rig.as()(calendarOf, { cities, first: 5, after: 'WyIyMDI1LTAxLTAxIl0' });
    expect(answer.errors[0]?.extensions?.['code']).toBe('INVALID_CURSOR');
  });

  it('knows a revoked session from its event', async () => {
    const revokedAt = new Date('2026-03-06T12:00:00Z');
    await rig.say('guiche.identity.v1.SessionRevoked', { sessionId: 'gone', revokedAt }, 'gone', 1);
    await waitFor(() => rig.database.connection.collection('revoked_sessions').findOne({ _id: 'gone' as never, revokedAt }), { describe: () => 'the session' });
  });

  it('keeps recipients from everybody but the staff of the municipality', async () => {
    const codes = await Promise.all(
      Object.entries(callers).map(async ([name, principal]) => [name, (await rig.as(principal)(recipients)).errors[0]?.extensions?.['code'] ?? 'ok']),
    );
    expect(Object.fromEntries(codes)).toEqual({
      anonymous: 'UNAUTHENTICATED',
      citizenA: 'FORBIDDEN',
      citizenB: 'FORBIDDEN',
      clerkOfUnit: 'ok',
      clerkOfOtherUnit: 'ok',
      clerkOfOtherCity: 'FORBIDDEN',
      appWithoutScope: 'FORBIDDEN',
      appWithScope: 'FORBIDDEN',
    });
  });

  it('writes nothing outside a transaction', () => {
    expect(rig.writes.map(({ collection }) => collection)).toEqual(expect.arrayContaining(['calendars', 'recipients', 'outbox', 'inbox', 'audit', 'idempotency']));
    assertTransactional(rig.writes, { except: [/^(counters|jobs|uploads|relay_lease|fs\.)/, /^update outbox$/, /^(findAndModify|update) recomputations$/] });
  });
});
