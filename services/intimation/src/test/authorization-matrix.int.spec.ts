import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readTypeDefs } from '@guiche/kit/graphql';
import { expectedMatrix, matrixCallers, operationsOf, tryMatrix, waitFor } from '@guiche/kit/testing';
import type { GraphqlClient, MatrixRow } from '@guiche/kit/testing';
import { fulfilmentRows } from './fulfilment-matrix.ts';
import { issuingRows } from './issuing-matrix.ts';
import type { IssuedForMatrix } from './issuing-matrix.ts';
import { issuingStage } from './issuing-stage.ts';
import { reportRows } from './reports-matrix.ts';
import { startRig } from './rig.ts';

const callers = matrixCallers({
  municipalityId: 'campinas',
  unitId: 'pg',
  otherUnitId: 'other',
  otherMunicipalityId: 'rio',
  scope: 'intimation:read',
});
type Caller = keyof typeof callers;

const everybody = {
  citizenA: 'ok', citizenB: 'ok', clerkOfUnit: 'ok', clerkOfOtherUnit: 'ok', clerkOfOtherCity: 'ok', appWithScope: 'ok', anonymous: 'ok',
} as const;
const staffOnly = {
  anonymous: 'UNAUTHENTICATED', citizenA: 'FORBIDDEN', citizenB: 'FORBIDDEN', appWithoutScope: 'FORBIDDEN', appWithScope: 'FORBIDDEN',
} as const;
const noClerk = { clerkOfUnit: 'FORBIDDEN', clerkOfOtherUnit: 'FORBIDDEN', clerkOfOtherCity: 'FORBIDDEN' } as const;
const entities = `query($ref: [_Any!]!) { _entities(representations: $ref) { ... on IntimationRecipient { person { id } } } }`;
const calendars = `query($ref: [_Any!]!) { _entities(representations: $ref) { ... on Municipality { calendar { version } } } }`;
const settings = { municipalityId: 'campinas', tacitDays: 10, holidaysSource: 'BR-SP', municipalHolidays: [] };

let issued: IssuedForMatrix;

const rows: Record<string, MatrixRow<Caller>> = {
  ...fulfilmentRows(() => issued),
  ...issuingRows(() => issued),
  ...reportRows(),
  'Query.intimationRecipients': {
    send: (ask) => ask('{ intimationRecipients(municipalityId: "campinas") { edges { node { id } } } }'),
    answers: { ...staffOnly, clerkOfUnit: 'ok', clerkOfOtherUnit: 'ok', clerkOfOtherCity: 'FORBIDDEN' },
  },
  'Mutation.configureCalendar': {
    send: (ask) => ask('mutation($input: ConfigureCalendarInput!) { configureCalendar(input: $input) { replayed } }', { input: settings }),
    answers: { ...staffOnly, clerkOfUnit: 'FORBIDDEN', clerkOfOtherUnit: 'FORBIDDEN', clerkOfOtherCity: 'FORBIDDEN' },
  },
  'Query.outages': {
    send: (ask) => ask('{ outages(municipalityId: "campinas") { edges { node { id } } } }'),
    answers: { ...everybody, appWithoutScope: 'MISSING_SCOPE' },
  },
  'Query.previewDeadline': {
    send: (ask) => ask('{ previewDeadline(input: { municipalityId: "campinas", kind: TACIT, startsOn: "2026-03-06" }) { date } }'),
    answers: { ...everybody, appWithoutScope: 'MISSING_SCOPE' },
  },
  'Query.calendarChanges': {
    send: (ask) => ask('{ calendarChanges(municipalityId: "campinas") { edges { node { id } } } }'),
    answers: { ...staffOnly, clerkOfUnit: 'ok', clerkOfOtherUnit: 'ok', clerkOfOtherCity: 'FORBIDDEN' },
  },
  'Query.previewOutage': {
    send: (ask) => ask('{ previewOutage(municipalityId: "campinas", startsAt: "2026-03-26T17:00:00Z", endsAt: "2026-03-26T18:00:00Z") { deadlines } }'),
    answers: { ...staffOnly, ...noClerk },
  },
  'Mutation.registerHoliday': {
    send: (ask) => ask('mutation($input: RegisterHolidayInput!) { registerHoliday(input: $input) { replayed } }', {
      input: { municipalityId: 'campinas', kind: 'MUNICIPAL', name: 'Aniversário', legalBasis: 'Lei nº 1', date: '2090-03-18' },
    }),
    answers: { ...staffOnly, ...noClerk },
  },
  'Mutation.removeHoliday': {
    send: (ask) => ask('mutation { removeHoliday(input: { municipalityId: "campinas", holidayId: "h" }) { replayed } }'),
    answers: { ...staffOnly, ...noClerk },
  },
  'Mutation.registerOutage': {
    send: (ask) => ask('mutation($input: RegisterOutageInput!) { registerOutage(input: $input) { replayed } }', {
      input: { municipalityId: 'campinas', startsAt: '2026-03-26T17:00:00Z', endsAt: '2026-03-26T18:00:00Z', summary: 'Falha', extendsDeadlines: true },
    }),
    answers: { ...staffOnly, ...noClerk },
  },
  'Mutation.withdrawOutage': {
    send: (ask) => ask('mutation { withdrawOutage(input: { municipalityId: "campinas", outageId: "o", reason: "Engano." }) { replayed } }'),
    answers: { ...staffOnly, ...noClerk },
  },
  '_entities IntimationRecipient': {
    // A forged representation must not bring back what it claims.
    send: (ask) => ask(entities, { ref: [{ __typename: 'IntimationRecipient', id: 'acc-1', personId: 'forged', municipalityId: 'rio' }] }),
    answers: {
      anonymous: 'null', citizenA: 'null', citizenB: 'null', clerkOfUnit: 'ok', clerkOfOtherUnit: 'ok', clerkOfOtherCity: 'null',
      appWithoutScope: 'null', appWithScope: 'null',
    },
  },
  // The key alone tells nothing; its calendar is public but for apps without the scope.
  '_entities Municipality': {
    send: async (ask) => {
      const answer = await ask(calendars, { ref: [{ __typename: 'Municipality', id: 'campinas' }] });
      const [city] = (answer.data?.['_entities'] ?? []) as { calendar: unknown }[];
      return { ...answer, data: { calendar: city?.calendar } };
    },
    answers: { ...everybody, appWithoutScope: 'null' },
  },
};

/** An act of `pg` to one recipient. */
async function issuedTo(recipientId: string, rig: Awaited<ReturnType<typeof startRig>>): Promise<IssuedForMatrix> {
  const stage = await issuingStage(rig);
  const intimationId = await stage.issued({ recipientIds: [recipientId] });
  await stage.bind(intimationId);
  await stage.settled(intimationId, 'ISSUED');
  const notice = await rig.database.connection.collection<{ _id: string }>('notices').findOne({ intimationId });
  return { intimationId, noticeId: notice?._id ?? '', typeId: stage.types.required, responseTypeId: stage.responseTypes.defence };
}

describe('who may do what in the intimation service', () => {
  let rig: Awaited<ReturnType<typeof startRig>>;
  let clients: Record<Caller, GraphqlClient>;
  beforeAll(async () => {
    rig = await startRig();
    const names = Object.keys(callers) as Caller[];
    clients = Object.fromEntries(names.map((name) => [name, rig.as(callers[name])])) as Record<Caller, GraphqlClient>;
    await rig.as({ kind: 'staff', staffId: 'o', municipalityId: 'platform', unitIds: [], roles: ['operator'], sessionId: 'o' })(
      'mutation($input: ConfigureCalendarInput!) { configureCalendar(input: $input) { replayed } }', { input: settings },
    );
    await rig.as({ kind: 'staff', staffId: 'a', municipalityId: 'campinas', unitIds: [], roles: ['administrator'], sessionId: 'a' })(
      'mutation($input: RegisterOutageInput!) { registerOutage(input: $input) { replayed } }',
      { input: { municipalityId: 'campinas', startsAt: '2026-02-26T17:00:00Z', endsAt: '2026-02-26T18:00:00Z', summary: 'Falha', extendsDeadlines: true } },
    );
    await rig.say('guiche.identity.v1.AccreditationTermSigned', { accreditationId: 'acc-1', personId: 'citizen-a', municipalityId: 'campinas' }, 'acc-1', 1);
    await waitFor(async () => (await rig.service.parts.connection.collection('recipients').countDocuments()) === 1, { describe: () => 'a recipient' });
    issued = await issuedTo('acc-1', rig);
  });
  afterAll(() => rig.stop());

  it('has a row for every operation of the schema', () => {
    const typeDefs = readTypeDefs(join(import.meta.dirname, '..', '..'));
    expect(Object.keys(rows).sort()).toEqual(operationsOf(typeDefs));
  });

  it('answers every caller as its row says', async () => {
    expect(await tryMatrix(rows, clients)).toEqual(expectedMatrix(rows));
  });

  it('takes nobody of a city for the operator of the platform', async () => {
    const fake = rig.as({ kind: 'staff', staffId: 'x', municipalityId: 'rio', unitIds: [], roles: ['operator'], sessionId: 'x' });
    const { errors } = await fake('mutation($input: ConfigureCalendarInput!) { configureCalendar(input: $input) { replayed } }', { input: settings });
    expect(errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});
