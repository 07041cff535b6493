import type { ProcessSearchResultResolvers } from '../../../generated/graphql.ts';
import { stub } from '../mappers.ts';

/** Of what is not read it has what the public may know. */
export const ProcessSearchResult: ProcessSearchResultResolvers = {
  kind: ({ entry }) => entry.kind,
  processNumber: ({ entry }) => entry.processNumber,
  processType: ({ entry }) => entry.typeName,
  documentNumber: ({ entry }) => entry.documentNumber,
  documentType: ({ entry }) => entry.documentType,
  title: ({ entry }) => (entry.heading === '' ? null : entry.heading),
  parties({ entry, process, reads }, _args, context) {
    if (reads && entry.parties.length > 0) context.reads.shown(process, 'INTERESTED_PARTIES');
    return [...entry.parties];
  },
  unit: ({ entry: { unitId } }) => (unitId === null ? null : stub(unitId)),
  snippet: ({ snippet }) => [...snippet],
  withheld: ({ reads }) => !reads,
  legalHypothesis: ({ entry }) => entry.legalHypothesis,
  process: ({ process, reads }) => (reads ? process : null),
  document: ({ document, process, reads }) => (reads && document !== undefined ? { ...document, process } : null),
};
