import type { PublicSearchResultResolvers } from '../../../generated/graphql.ts';

export const PublicSearchResult: PublicSearchResultResolvers = {
  kind: ({ entry }) => entry.kind,
  processNumber: ({ entry }) => entry.processNumber,
  processType: ({ entry }) => entry.typeName,
  documentNumber: ({ entry }) => entry.documentNumber,
  documentType: ({ entry }) => entry.documentType,
  title: ({ entry }) => (entry.heading === '' ? null : entry.heading),
  parties: ({ entry }) => [...entry.parties],
  unit: ({ entry: { unitId } }) => (unitId === null ? null : { id: unitId }),
  snippet: ({ snippet }) => [...snippet],
  withheld: ({ entry }) => entry.accessClass !== 'PUBLIC_CONTENT',
  legalHypothesis: ({ entry }) => entry.legalHypothesis,
};
