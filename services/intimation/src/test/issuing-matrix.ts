import type { MatrixRow } from '@guiche/kit/testing';
import type { callers } from './issuing-stage.ts';

type Caller = keyof typeof callers;

/** What the rows are tried on: an act that `pg` issued to citizen A. */
export interface IssuedForMatrix {
  readonly intimationId: string;
  readonly noticeId: string;
  readonly typeId: string;
  readonly responseTypeId: string;
}

const staffOnly = {
  anonymous: 'UNAUTHENTICATED', citizenA: 'FORBIDDEN', citizenB: 'FORBIDDEN', appWithoutScope: 'FORBIDDEN', appWithScope: 'FORBIDDEN',
} as const;

/** Nobody but those named may even learn that it is there. */
const hidden = (code: string) =>
  ({
    anonymous: 'UNAUTHENTICATED', citizenA: code, citizenB: code, clerkOfUnit: code, clerkOfOtherUnit: code, clerkOfOtherCity: code,
    appWithoutScope: code, appWithScope: code,
  }) as const;

const nobody = {
  anonymous: 'null', citizenA: 'null', citizenB: 'null', clerkOfUnit: 'null', clerkOfOtherUnit: 'null', clerkOfOtherCity: 'null',
  appWithoutScope: 'null', appWithScope: 'null',
} as const;

/** Rows of the authorization matrix for types, intimations and notices. */
export function issuingRows(issued: () => IssuedForMatrix): Record<string, MatrixRow<Caller>> {
  // The same document again would be a conflict (IN-04).
  let turn = 0;
  const order = (): object => ({
    unitId: 'pg', processId: 'process-1', documentId: `doc-of-turn-${String((turn += 1))}`, typeId: issued().typeId,
    responseTypeIds: [issued().responseTypeId], recipientIds: ['acc-1'], accessScope: 'PARTIAL',
  });
  const listed = { ...staffOnly, clerkOfUnit: 'ok', clerkOfOtherUnit: 'ok', clerkOfOtherCity: 'FORBIDDEN' };
  const configured = { ...staffOnly, clerkOfUnit: 'FORBIDDEN', clerkOfOtherUnit: 'FORBIDDEN', clerkOfOtherCity: 'FORBIDDEN' };
  const byUnit = { ...hidden('UNIT_NOT_FOUND'), clerkOfUnit: 'ok' };
  return {
    'Query.intimationTypes': {
      send: (ask) => ask('{ intimationTypes(municipalityId: "campinas") { edges { node { id responseTypes { id } } } } }'),
      answers: listed,
    },
    'Query.responseTypes': {
      send: (ask) => ask('{ responseTypes(municipalityId: "campinas") { edges { node { id } } } }'),
      answers: listed,
    },
    'Mutation.configureIntimationType': {
      send: (ask) => ask('mutation($input: ConfigureIntimationTypeInput!) { configureIntimationType(input: $input) { replayed } }', {
        input: { municipalityId: 'campinas', name: 'Outro', responseMode: 'NONE', responseTypeIds: [] },
      }),
      answers: configured,
    },
    'Mutation.configureResponseType': {
      send: (ask) => ask('mutation($input: ConfigureResponseTypeInput!) { configureResponseType(input: $input) { replayed } }', {
        input: { municipalityId: 'campinas', name: 'Outra', term: { unit: 'NONE' } },
      }),
      answers: configured,
    },
    'Mutation.deleteIntimationType': {
      send: (ask) => ask('mutation($id: ID!) { deleteIntimationType(input: { typeId: $id }) { replayed } }', { id: issued().typeId }),
      answers: hidden('INTIMATION_TYPE_NOT_FOUND'),
    },
    'Mutation.deleteResponseType': {
      send: (ask) => ask('mutation($id: ID!) { deleteResponseType(input: { typeId: $id }) { replayed } }', { id: issued().responseTypeId }),
      answers: hidden('RESPONSE_TYPE_NOT_FOUND'),
    },
    'Mutation.issueIntimation': {
      send: (ask) => ask('mutation($input: IssueIntimationInput!) { issueIntimation(input: $input) { intimation { id } } }', { input: order() }),
      answers: byUnit,
    },
    'Query.previewIntimation': {
      send: (ask) => ask('query($input: PreviewIntimationInput!) { previewIntimation(input: $input) { refused } }', { input: order() }),
      answers: byUnit,
    },
    'Query.intimation': {
      send: (ask) => ask('query($id: ID!) { intimation(id: $id) { number notices { edges { node { id } } } countsByStatus { count } } }', { id: issued().intimationId }),
      answers: { ...hidden('INTIMATION_NOT_FOUND'), clerkOfUnit: 'ok' },
    },
    'Query.processIntimations': {
      send: (ask) => ask('{ processIntimations(municipalityId: "campinas", processId: "process-1") { totalCount edges { node { id } } } }'),
      answers: { ...staffOnly, clerkOfUnit: 'ok', clerkOfOtherUnit: 'empty', clerkOfOtherCity: 'FORBIDDEN' },
    },
    'Query.myNotices': {
      send: (ask) => ask('{ myNotices { edges { node { id } } countsByStatus { count } } }'),
      answers: {
        anonymous: 'UNAUTHENTICATED', citizenA: 'ok', citizenB: 'empty', clerkOfUnit: 'FORBIDDEN', clerkOfOtherUnit: 'FORBIDDEN',
        clerkOfOtherCity: 'FORBIDDEN', appWithoutScope: 'FORBIDDEN', appWithScope: 'FORBIDDEN',
      },
    },
    'Query.notice': {
      send: (ask) => ask('query($id: ID!) { notice(id: $id) { number } }', { id: issued().noticeId }),
      answers: { ...hidden('NOTICE_NOT_FOUND'), citizenA: 'ok', clerkOfUnit: 'ok' },
    },
    '_entities Intimation': {
      // A forged representation must not bring back what it claims.
      send: (ask) => ask('query($ref: [_Any!]!) { _entities(representations: $ref) { ... on Intimation { number } } }', {
        ref: [{ __typename: 'Intimation', id: issued().intimationId, unitId: 'other', municipalityId: 'rio' }],
      }),
      answers: { ...nobody, clerkOfUnit: 'ok' },
    },
    '_entities IntimationNotice': {
      send: (ask) => ask('query($ref: [_Any!]!) { _entities(representations: $ref) { ... on IntimationNotice { number } } }', {
        ref: [{ __typename: 'IntimationNotice', id: issued().noticeId, unitId: 'other', representatives: [{ personId: 'citizen-b' }] }],
      }),
      answers: { ...nobody, citizenA: 'ok', clerkOfUnit: 'ok' },
    },
  };
}
