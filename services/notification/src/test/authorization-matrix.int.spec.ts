import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PersonContactChanged_Reason as Reason } from '@guiche/contracts';
import { readTypeDefs } from '@guiche/kit/graphql';
import { expectedMatrix, matrixCallers, operationsOf, tryMatrix } from '@guiche/kit/testing';
import type { GraphqlClient, MatrixRow } from '@guiche/kit/testing';
import { contactOf, startRig } from './rig.ts';
import type { NotificationRig } from './rig.ts';

const callers = {
  ...matrixCallers({ municipalityId: 'campinas', unitId: 'pg', otherUnitId: 'other', otherMunicipalityId: 'rio', scope: 'message:read' }),
  appForCitizenA: { kind: 'app-for-person', appId: 'app', personId: 'citizen-a', municipalityId: 'campinas', scopes: ['message:read'] },
  appForCitizenB: { kind: 'app-for-person', appId: 'app', personId: 'citizen-b', municipalityId: 'campinas', scopes: ['message:read', 'message:write'] },
  appOfOtherCity: { kind: 'app-for-person', appId: 'app', personId: 'citizen-a', municipalityId: 'rio', scopes: ['message:read', 'message:write'] },
} as const;
type Caller = keyof typeof callers;

const forbidden = {
  clerkOfUnit: 'FORBIDDEN', clerkOfOtherUnit: 'FORBIDDEN', clerkOfOtherCity: 'FORBIDDEN', appWithoutScope: 'FORBIDDEN', appWithScope: 'FORBIDDEN',
} as const;
const notFound = {
  clerkOfUnit: 'MESSAGE_NOT_FOUND', clerkOfOtherUnit: 'MESSAGE_NOT_FOUND', clerkOfOtherCity: 'MESSAGE_NOT_FOUND',
  appWithoutScope: 'MESSAGE_NOT_FOUND', appWithScope: 'MESSAGE_NOT_FOUND',
} as const;
const asIfAbsent = {
  anonymous: 'null', clerkOfUnit: 'null', clerkOfOtherUnit: 'null', clerkOfOtherCity: 'null', appWithoutScope: 'null', appWithScope: 'null',
} as const;
const entities = `query($ref: [_Any!]!) { _entities(representations: $ref) { ... on Message { subject } } }`;
const markRead = `mutation($input: MarkMessageReadInput!) { markMessageRead(input: $input) { message { id } } }`;

let rig: NotificationRig;
/** Of citizen A: one in the inbox, one that was for an unconfirmed address only. */
const ids = { inInbox: '', byMailOnly: '' };

const rows: Record<string, MatrixRow<Caller>> = {
  'Query.myMessages': {
    send: (ask) => ask('{ myMessages { edges { node { id } } } }'),
    answers: { ...forbidden, anonymous: 'UNAUTHENTICATED', citizenA: 'ok', citizenB: 'empty', appForCitizenA: 'ok', appForCitizenB: 'empty', appOfOtherCity: 'empty' },
  },
  'Mutation.markMessageRead': {
    send: (ask) => ask(markRead, { input: { messageId: ids.inInbox } }),
    answers: {
      ...notFound, anonymous: 'UNAUTHENTICATED', citizenA: 'ok', citizenB: 'MESSAGE_NOT_FOUND',
      appForCitizenA: 'MISSING_SCOPE', appForCitizenB: 'MESSAGE_NOT_FOUND', appOfOtherCity: 'MESSAGE_NOT_FOUND',
    },
  },
  '_entities Message': {
    // A forged representation must not bring back what it claims.
    send: (ask) => ask(entities, { ref: [{ __typename: 'Message', id: ids.inInbox, personId: 'citizen-b', subject: 'forged' }] }),
    answers: { ...asIfAbsent, citizenA: 'ok', citizenB: 'null', appForCitizenA: 'ok', appForCitizenB: 'null', appOfOtherCity: 'null' },
  },
};

/** What went to an unconfirmed address shows to nobody, its addressee included. */
const byMailOnly: Record<string, MatrixRow<Caller>> = {
  'Mutation.markMessageRead': {
    ...rows['Mutation.markMessageRead']!,
    send: (ask) => ask(markRead, { input: { messageId: ids.byMailOnly } }),
    answers: { ...rows['Mutation.markMessageRead']!.answers, citizenA: 'MESSAGE_NOT_FOUND' },
  },
  '_entities Message': {
    send: (ask) => ask(entities, { ref: [{ __typename: 'Message', id: ids.byMailOnly }] }),
    answers: { ...asIfAbsent, citizenA: 'null', citizenB: 'null', appForCitizenA: 'null', appForCitizenB: 'null', appOfOtherCity: 'null' },
  },
};

describe('who may do what in the notification service', () => {
  let clients: Record<Caller, GraphqlClient>;
  beforeAll(async () => {
    rig = await startRig();
    const names = Object.keys(callers) as Caller[];
    clients = Object.fromEntries(names.map((name) => [name, rig.as(callers[name] as never)])) as Record<Caller, GraphqlClient>;
    await rig.configure('campinas');
    const registered = { ...contactOf('citizen-a'), reason: Reason.PRE_REGISTERED, confirmationToken: 'token', confirmationExpiresAt: rig.clock.now() };
    await rig.say({ type: 'guiche.identity.v1.PersonContactChanged', data: registered, id: 'citizen-a', seq: 1 });
    await rig.say({ type: 'guiche.identity.v1.PersonContactChanged', data: contactOf('citizen-a'), id: 'citizen-a', seq: 2 });
    const accreditation = { accreditationId: 'acc-a', personId: 'citizen-a', municipalityId: 'campinas' };
    await rig.say({ type: 'guiche.identity.v1.AccreditationTermSigned', data: accreditation, id: 'acc-a', seq: 1 });
    for (const { _id, inInbox } of await rig.settled('citizen-a', 'SENT', 2)) ids[inInbox ? 'inInbox' : 'byMailOnly'] = _id;
  });
  afterAll(() => rig.stop());

  it('has a row for every operation of the schema', () => {
    const typeDefs = readTypeDefs(join(import.meta.dirname, '..', '..'));
    expect(Object.keys(rows).sort()).toEqual(operationsOf(typeDefs));
  });

  it('answers every caller as its row says', async () => {
    expect(await tryMatrix(rows, clients)).toEqual(expectedMatrix(rows));
  });

  it('shows a message that went to an unconfirmed address to nobody', async () => {
    expect(await tryMatrix(byMailOnly, clients)).toEqual(expectedMatrix(byMailOnly));
  });
});
