import type { MutationResolvers } from '../../generated/graphql.ts';
import { markMessageRead } from '../../use-cases/mark-message-read.ts';

export const Mutation: MutationResolvers = {
  async markMessageRead(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(markMessageRead, input);
    return { message: result, replayed };
  },
};
