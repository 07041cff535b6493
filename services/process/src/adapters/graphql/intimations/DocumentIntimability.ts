import type { DocumentIntimabilityResolvers } from '../../../generated/graphql.ts';

export const DocumentIntimability: DocumentIntimabilityResolvers = {
  problems: ({ problems }) => [...problems],
};
