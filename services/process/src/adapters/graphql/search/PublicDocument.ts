import type { PublicDocumentResolvers } from '../../../generated/graphql.ts';

export const PublicDocument: PublicDocumentResolvers = {
  number: ({ document }) => document.number,
  processNumber: ({ process }) => process.number,
  type: ({ document }) => document.type,
  date: ({ day }) => day,
  unit: ({ document: { unitId } }) => (unitId === null ? null : { id: unitId }),
};
