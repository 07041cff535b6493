import type { ProcessRulesResolvers } from '../../../generated/graphql.ts';
import { stub } from '../mappers.ts';

export const ProcessRules: ProcessRulesResolvers = {
  municipality: ({ municipalityId }) => stub(municipalityId),
};
