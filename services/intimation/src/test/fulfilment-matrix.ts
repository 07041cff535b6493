import type { MatrixRow } from '@guiche/kit/testing';
import type { IssuedForMatrix } from './issuing-matrix.ts';
import type { callers } from './issuing-stage.ts';

type Caller = keyof typeof callers;

const hidden = (code: string) =>
  ({
    anonymous: 'UNAUTHENTICATED', citizenA: code, citizenB: code, clerkOfUnit: code, clerkOfOtherUnit: code, clerkOfOtherCity: code,
    appWithoutScope: code, appWithScope: code,
  }) as const;

/** Rows of the authorization matrix for what becomes of notices. */
export function fulfilmentRows(issued: () => IssuedForMatrix): Record<string, MatrixRow<Caller>> {
  return {
    // The recipient gets as far as being told that something else was read.
    'Mutation.confirmNotice': {
      send: (ask) => ask('mutation($id: ID!) { confirmNotice(input: { noticeId: $id, confirmationVersion: "other" }) { replayed } }', { id: issued().noticeId }),
      answers: { ...hidden('NOTICE_NOT_FOUND'), citizenA: 'STALE_VERSION' },
    },
    'Query.failedNotices': {
      send: (ask) => ask('{ failedNotices(municipalityId: "campinas") { edges { node { id } } } }'),
      answers: {
        anonymous: 'UNAUTHENTICATED', citizenA: 'FORBIDDEN', citizenB: 'FORBIDDEN', appWithoutScope: 'FORBIDDEN', appWithScope: 'FORBIDDEN',
        clerkOfUnit: 'FORBIDDEN', clerkOfOtherUnit: 'FORBIDDEN', clerkOfOtherCity: 'FORBIDDEN',
      },
    },
    'Mutation.retryFailedNotice': {
      send: (ask) => ask('mutation { retryFailedNotice(input: { id: "none" }) { replayed } }'),
      answers: hidden('FAILED_NOTICE_NOT_FOUND'),
    },
  };
}
