import type { LegalHypothesisResolvers } from '../../../generated/graphql.ts';
import { accessLevels, viewOf } from '../mappers.ts';

export const LegalHypothesis: LegalHypothesisResolvers = {
  accessLevel: ({ accessLevel }) => viewOf(accessLevels, accessLevel),
};
