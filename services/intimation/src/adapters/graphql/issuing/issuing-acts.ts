import type { MutationResolvers } from '../../../generated/graphql.ts';
import { findIntimation } from '../../../use-cases/issuing/find-intimation.ts';
import { issueIntimation } from '../../../use-cases/issuing/issue-intimation.ts';
import { orderOf } from './order-of.ts';

/** Acts of units. */
export const issuingActs = {
  async issueIntimation(_parent, { input: { confirmReplacement, idempotencyKey, ...input } }, { execute, ask }) {
    const order = { ...orderOf(input), confirmReplacement: confirmReplacement ?? false };
    const { result, replayed } = await execute(issueIntimation, { ...order, idempotencyKey });
    return { intimation: await ask(findIntimation, { id: result.intimationId }), replayed };
  },
} satisfies MutationResolvers;
