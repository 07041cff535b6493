import type { MutationResolvers } from '../../../generated/graphql.ts';
import { changeSigningBlock } from '../../../use-cases/signatures/change-signing-block.ts';
import { createSigningBlock } from '../../../use-cases/signatures/create-signing-block.ts';
import { offerSigningBlock } from '../../../use-cases/signatures/offer-signing-block.ts';
import { returnSigningBlock } from '../../../use-cases/signatures/return-signing-block.ts';
import { signBlockDocuments } from './sign-block-documents.ts';

/** What units do with signing blocks. */
export const blockActs = {
  async createSigningBlock(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(createSigningBlock, input);
    return { blockId: result.blockId, replayed };
  },
  async changeSigningBlock(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(changeSigningBlock, input);
    return { blockId: result.blockId, replayed };
  },
  async offerSigningBlock(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(offerSigningBlock, input);
    return { blockId: result.blockId, replayed };
  },
  async returnSigningBlock(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(returnSigningBlock, input);
    return { blockId: result.blockId, replayed };
  },
  signBlockDocuments,
} satisfies MutationResolvers;
