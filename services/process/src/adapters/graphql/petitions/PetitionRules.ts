import type { PetitionRulesResolvers } from '../../../generated/graphql.ts';

export const PetitionRules: PetitionRulesResolvers = {
  principalLimitBytes: ({ principal }) => principal.limitBytes,
  principalExtensions: ({ principal }) => [...principal.extensions],
  otherLimitBytes: ({ other }) => other.limitBytes,
  otherExtensions: ({ other }) => [...other.extensions],
  takesIntercurrent: ({ relatedTypeKey }) => relatedTypeKey !== null,
};
