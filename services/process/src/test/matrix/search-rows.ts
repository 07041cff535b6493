import type { MatrixRow } from '@guiche/kit/testing';
import { administrators, everybody, onlyFor, publicly, scopeless, staffCallers } from './callers.ts';
import type { Caller } from './callers.ts';
import type { MatrixWorld } from './matrix-world.ts';

/** Searches, with and without login. */
export const searchRows = ({ number }: MatrixWorld): Record<string, MatrixRow<Caller>> => ({
  'Query.publicSearchChallenge': {
    send: (ask) => ask('{ publicSearchChallenge { expiresAt } }'),
    answers: publicly('ok', 'ok'),
  },
  'Query.publicSearch': {
    send: (ask) => ask('{ publicSearch(municipalityId: "campinas", search: { text: "inexistente" }) { edges { node { link } } } }'),
    answers: publicly('empty', 'PUBLIC_SEARCH_PROOF_REQUIRED'),
  },
  'Query.searchProcesses': {
    send: (ask) => ask('{ searchProcesses(search: { text: "inexistente" }) { edges { node { processNumber } } } }'),
    answers: { ...onlyFor([], 'FORBIDDEN'), ...Object.fromEntries(staffCallers.map((name) => [name, 'empty'])) },
  },
  'Query.publicProcess': {
    send: (ask) => ask('query($n: ProcessNumber!) { publicProcess(municipalityId: "campinas", number: $n) { number } }', { n: number }),
    answers: publicly('ok', 'PUBLIC_SEARCH_PROOF_REQUIRED'),
  },
  'Query.basicProcess': {
    send: (ask) => ask('{ basicProcess(municipalityId: "campinas", body: "PMC", year: 1900, number: 1) { number } }'),
    answers: { ...everybody('null'), anonymous: 'UNAUTHENTICATED', appWithScope: 'FORBIDDEN', appWithoutScope: 'FORBIDDEN', ...scopeless },
  },
  'Query.publicLink': {
    send: (ask) => ask('{ publicLink(link: "x") { __typename } }'),
    answers: publicly('null', 'null'),
  },
  'Mutation.configurePublicSearch': {
    send: (ask) =>
      ask('mutation($input: ConfigurePublicSearchInput!) { configurePublicSearch(input: $input) { replayed } }', { input: { municipalityId: 'campinas' } }),
    answers: onlyFor(administrators, 'MUNICIPALITY_NOT_FOUND'),
  },
});
