import type { QueryResolvers } from '../../generated/graphql.ts';
import { recipientQueries } from './recipients/recipient-queries.ts';
import { typeQueries } from './types/type-queries.ts';

export const Query: QueryResolvers = {
  ...recipientQueries,
  ...typeQueries,
};
