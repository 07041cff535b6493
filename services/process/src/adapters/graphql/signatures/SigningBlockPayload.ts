import type { SigningBlockPayloadResolvers } from '../../../generated/graphql.ts';
import { findSigningBlock } from '../../../use-cases/signatures/find-signing-block.ts';

export const SigningBlockPayload: SigningBlockPayloadResolvers = {
  block: ({ blockId }, _args, { ask }) => ask(findSigningBlock, { blockId }),
};
