import type { ProcessNumberingResolvers } from '../../../generated/graphql.ts';
import { stub } from '../mappers.ts';

export const ProcessNumbering: ProcessNumberingResolvers = {
  municipality: ({ municipalityId }) => stub(municipalityId),
};
