import type { MutationResolvers } from '../../../generated/graphql.ts';
import { configureIntimationType } from '../../../use-cases/types/configure-intimation-type.ts';
import { configureResponseType } from '../../../use-cases/types/configure-response-type.ts';
import { deleteIntimationType } from '../../../use-cases/types/delete-intimation-type.ts';
import { deleteResponseType } from '../../../use-cases/types/delete-response-type.ts';

/** Acts on types of intimation and of response. */
export const typeActs = {
  async configureIntimationType(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(configureIntimationType, { ...input, active: input.active ?? true });
    return { type: result, replayed };
  },
  async deleteIntimationType(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(deleteIntimationType, input);
    return { ...result, replayed };
  },
  async configureResponseType(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(configureResponseType, { ...input, active: input.active ?? true });
    return { type: result, replayed };
  },
  async deleteResponseType(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(deleteResponseType, input);
    return { ...result, replayed };
  },
} satisfies MutationResolvers;
