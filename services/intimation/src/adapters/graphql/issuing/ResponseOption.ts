import type { ResponseOptionResolvers } from '../../../generated/graphql.ts';
import { termOf } from '../types/term-of.ts';

export const ResponseOption: ResponseOptionResolvers = {
  term: ({ amount }) => termOf(amount),
};
