import type { PublicSearchSummaryResolvers } from '../../../generated/graphql.ts';

export const PublicSearchSummary: PublicSearchSummaryResolvers = {
  kinds: ({ kinds }) => [...kinds],
  processTypes: ({ types }) => [...types],
  documentTypes: ({ documentTypes }) => [...documentTypes],
  units: ({ units }) => [...units],
};
