import type { ResponseTypeResolvers } from '../../../generated/graphql.ts';
import { termOf } from './term-of.ts';

export const ResponseType: ResponseTypeResolvers = {
  term: ({ amount }) => termOf(amount),
};
