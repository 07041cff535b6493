import type { MatrixRow } from '@guiche/kit/testing';
import { aGrant } from '../builders.ts';
import { unitId } from '../rig.ts';
import { noApp, onlyFor } from './callers.ts';
import type { Caller } from './callers.ts';
import type { MatrixWorld } from './matrix-world.ts';

/** What becomes another act where an intimation is bound to the process, which it is from here on. */
export async function intimationRows({ rig, term }: MatrixWorld): Promise<Record<string, MatrixRow<Caller>>> {
  const { connection } = rig.service.parts;
  const entry = { intimationId: 'i', noticeId: 'n', number: 'INT 2026/7', fulfilledAt: null, heldUntil: null, certificateId: null };
  const held = { processId: term.processId, purpose: 'INTIMATION', scope: 'INTEGRAL', personId: 'citizen-c', grantedBy: { staffId: 'clerk', unitId } } as const;
  const { id, ...grant } = aGrant({ ...held, id: 'of-intimation', documentIds: [], intimations: [entry] });
  await connection.collection<{ _id: string }>('grants').insertOne({ _id: id, ...grant });
  const inCity = { municipalityId: 'campinas', processId: term.processId, version: 1 };
  await connection.collection<{ _id: string }>('intimation_bindings').insertOne({ _id: 'i', ...inCity, number: 'INT 2026/7', unitId, state: 'BOUND' } as { _id: string });
  const notice = { intimationId: 'i', ...inCity, personIds: ['citizen-a'], state: 'PENDING', responses: [], fulfilledAt: null, certificate: null, replacedGrantIds: [] };
  await connection.collection<{ _id: string }>('intimation_notices').insertOne({ _id: 'n', ...notice });
  await connection.collection('external_users').updateOne({ _id: 'campinas/citizen-a' } as object, { $set: { released: true } }, { upsert: true });
  return {
    'cancelAccess by way of exception (IN-31)': {
      send: (ask) =>
        ask('mutation($input: CancelAccessInput!) { cancelAccess(input: $input) { replayed } }', { input: { accessId: id, reason: 'x', waiver: { reason: 'x' }, expectedVersion: 99 } }),
      answers: onlyFor([], 'ACCESS_NOT_FOUND', { administrator: 'STALE_VERSION' }),
    },
    'cancelAccess of an intimation (IN-31)': {
      send: (ask) => ask('mutation($input: CancelAccessInput!) { cancelAccess(input: $input) { replayed } }', { input: { accessId: id, reason: 'x', expectedVersion: 1 } }),
      answers: onlyFor([], 'ACCESS_NOT_FOUND', { clerkOfUnit: 'INTIMATION_ACCESS_IN_COURSE' }),
    },
    'startPetition in response to an intimation (IN-18)': {
      send: (ask) =>
        ask('mutation($input: StartPetitionInput!) { startPetition(input: $input) { replayed } }', { input: { municipalityId: 'campinas', noticeId: 'n', responseTypeId: 'r' } }),
      answers: { ...onlyFor([], 'MUNICIPALITY_NOT_FOUND'), ...noApp, citizenA: 'RESPONSE_TOO_EARLY', citizenB: 'NOTICE_NOT_FOUND' },
    },
  };
}
