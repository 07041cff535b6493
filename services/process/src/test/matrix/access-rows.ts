import type { MatrixRow } from '@guiche/kit/testing';
import { unitId } from '../rig.ts';
import { administrators, noApp, onlyFor, scopeless, withoutApps } from './callers.ts';
import type { Caller } from './callers.ts';
import { requestVista } from './matrix-world.ts';
import type { MatrixWorld } from './matrix-world.ts';
import { reference } from './reference.ts';

/** Access from outside, and requests to see a process. */
export function accessRows({ term, accessId, vistaId }: MatrixWorld): Record<string, MatrixRow<Caller>> {
  const accessTerms = { processId: term.processId, unitId, recipient: { personId: 'citizen-b' }, reason: 'x', scope: 'INTEGRAL', validityDays: 1 };
  return {
    'Query.externalAccesses': {
      send: (ask) => ask('{ externalAccesses { edges { node { id } } } }'),
      answers: onlyFor(['citizenA', 'citizenB', 'appForAWithScope'], 'FORBIDDEN', { ...scopeless, appForAOfOtherCity: 'empty' }),
    },
    'Query.previewAccessGrant': {
      send: (ask) => ask('query($input: AccessTermsInput!) { previewAccessGrant(input: $input) { sha256 } }', { input: accessTerms }),
      answers: onlyFor(['clerkOfUnit'], 'PROCESS_NOT_FOUND'),
    },
    'Query.processAccesses': {
      send: (ask) => ask('query($id: ID!) { processAccesses(processId: $id) { edges { node { id recipientEmail } } } }', { id: term.processId }),
      answers: onlyFor(['clerkOfUnit'], 'PROCESS_NOT_FOUND'),
    },
    'Query.processReadLog': {
      send: (ask) => ask('query($id: ID!) { processReadLog(processId: $id, first: 1) { pageInfo { hasNextPage } } }', { id: term.processId }),
      answers: onlyFor(administrators, 'PROCESS_NOT_FOUND'),
    },
    'Query.isolatedAccess': {
      send: (ask) => ask('{ isolatedAccess(token: "x") { processNumber } }'),
      answers: withoutApps('ACCESS_SESSION_ENDED'),
    },
    'Query.vistaRequests': {
      send: (ask) => ask('query($unitId: ID!) { vistaRequests(unitId: $unitId) { edges { node { id } } } }', { unitId }),
      answers: onlyFor(['clerkOfUnit'], 'UNIT_NOT_FOUND'),
    },
    'Query.myVistaRequests': {
      send: (ask) => ask('{ myVistaRequests { edges { node { id } } } }'),
      answers: onlyFor(['citizenB'], 'FORBIDDEN', { ...scopeless, citizenA: 'empty', appForAWithScope: 'empty', appForAOfOtherCity: 'empty' }),
    },
    'Mutation.grantAccess': {
      // Whoever may grant gets as far as the authorization, which is not right.
      send: (ask) =>
        ask('mutation($input: GrantAccessInput!) { grantAccess(input: $input) { replayed } }', { input: { ...accessTerms, authorization: 'x' } }),
      answers: onlyFor([], 'PROCESS_NOT_FOUND', { clerkOfUnit: 'SIGNATURE_AUTHORIZATION_INVALID' }),
    },
    'Mutation.cancelAccess': {
      send: (ask) =>
        ask('mutation($input: CancelAccessInput!) { cancelAccess(input: $input) { replayed } }', { input: { accessId, reason: 'x', expectedVersion: 2 } }),
      answers: onlyFor([], 'ACCESS_NOT_FOUND', { clerkOfUnit: 'ACCESS_NOT_BY_UNIT' }),
    },
    'Mutation.requestIsolatedAccessCode': {
      send: (ask) => ask('mutation { requestIsolatedAccessCode(input: { link: "x" }) { replayed } }'),
      answers: withoutApps('ACCESS_LINK_NOT_VALID'),
    },
    'Mutation.openIsolatedAccess': {
      send: (ask) => ask('mutation { openIsolatedAccess(input: { link: "x", code: "000000" }) { replayed } }'),
      answers: withoutApps('ACCESS_LINK_NOT_VALID'),
    },
    'Mutation.requestVista': {
      send: (ask) => ask(requestVista, { input: { processId: term.processId, capacity: 'LAWYER', reason: 'x' } }),
      answers: onlyFor(['citizenA'], 'PROCESS_NOT_FOUND', { citizenB: 'VISTA_ALREADY_REQUESTED', ...noApp }),
    },
    'Mutation.grantVista': {
      send: (ask) =>
        ask('mutation($input: GrantVistaInput!) { grantVista(input: $input) { replayed } }', {
          input: { requestId: vistaId, unitId, reason: 'x', scope: 'INTEGRAL', validityDays: 1, authorization: 'x', expectedVersion: 1 },
        }),
      answers: onlyFor([], 'VISTA_NOT_FOUND', { clerkOfUnit: 'SIGNATURE_AUTHORIZATION_INVALID' }),
    },
    'Mutation.denyVista': {
      send: (ask) =>
        ask('mutation($input: DenyVistaInput!) { denyVista(input: $input) { replayed } }', { input: { requestId: vistaId, unitId, reason: 'x', expectedVersion: 9 } }),
      answers: onlyFor([], 'VISTA_NOT_FOUND', { clerkOfUnit: 'STALE_VERSION' }),
    },
    'Mutation.configureVista': {
      send: (ask) =>
        ask('mutation { configureVista(input: { municipalityId: "campinas", reminderDays: 5 }) { replayed } }'),
      answers: onlyFor(administrators, 'MUNICIPALITY_NOT_FOUND'),
    },
    '_entities VistaRequest': {
      send: reference('VistaRequest', vistaId, 'reason'),
      answers: { ...onlyFor(['citizenB', 'clerkOfUnit'], 'null'), anonymous: 'null' },
    },
    '_entities ExternalAccess': {
      send: reference('ExternalAccess', accessId, 'kind document { title }'),
      answers: { ...onlyFor(['citizenA', 'appForAWithScope'], 'null'), anonymous: 'null' },
    },
  };
}
