import type { MatrixRow } from '@guiche/kit/testing';
import type { callers } from './issuing-stage.ts';

type Caller = keyof typeof callers;

const staffOnly = {
  anonymous: 'UNAUTHENTICATED', citizenA: 'FORBIDDEN', citizenB: 'FORBIDDEN', appWithoutScope: 'FORBIDDEN', appWithScope: 'FORBIDDEN', clerkOfOtherCity: 'FORBIDDEN',
} as const;

/** Rows of the authorization matrix for reports: the act they are tried on is one of `pg`. */
export function reportRows(): Record<string, MatrixRow<Caller>> {
  let exportId = '';
  return {
    'Query.intimationReport': {
      send: (ask) => ask('{ intimationReport(municipalityId: "campinas") { totalCount countsByStatus { count } edges { node { id } } } }'),
      answers: { ...staffOnly, clerkOfUnit: 'ok', clerkOfOtherUnit: 'empty' },
    },
    'Query.intimationStatistics': {
      send: (ask) => ask('{ intimationStatistics(municipalityId: "campinas") { total byUnit { count } } }'),
      answers: { ...staffOnly, clerkOfUnit: 'ok', clerkOfOtherUnit: 'ok' },
    },
    'Mutation.exportIntimations': {
      async send(ask, caller) {
        const answer = await ask<{ exportIntimations: { export: { id: string } } }>('mutation { exportIntimations(input: { municipalityId: "campinas", format: CSV }) { export { id } } }');
        if (caller === 'clerkOfUnit') exportId = answer.data?.exportIntimations.export.id ?? '';
        return answer;
      },
      answers: { ...staffOnly, clerkOfUnit: 'ok', clerkOfOtherUnit: 'ok' },
    },
    'Query.intimationExport': {
      send: (ask) => ask('query($id: ID!) { intimationExport(id: $id) { state { value } file { downloadUrl } } }', { id: exportId }),
      answers: {
        anonymous: 'UNAUTHENTICATED', citizenA: 'INTIMATION_EXPORT_NOT_FOUND', citizenB: 'INTIMATION_EXPORT_NOT_FOUND', clerkOfUnit: 'ok',
        clerkOfOtherUnit: 'INTIMATION_EXPORT_NOT_FOUND', clerkOfOtherCity: 'INTIMATION_EXPORT_NOT_FOUND', appWithoutScope: 'INTIMATION_EXPORT_NOT_FOUND',
        appWithScope: 'INTIMATION_EXPORT_NOT_FOUND',
      },
    },
    'Query.myIntimationExports': {
      send: (ask) => ask('{ myIntimationExports(municipalityId: "campinas") { edges { node { id } } } }'),
      answers: { ...staffOnly, clerkOfUnit: 'ok', clerkOfOtherUnit: 'ok' },
    },
  };
}
