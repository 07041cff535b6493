import type { Principal } from '@guiche/kit/auth';
import { processErrors } from '../../domain/errors.ts';
import { defineQuery } from '../define.ts';

/** One block, for its unit and for units that have or had it before themselves. */
export const findSigningBlock = defineQuery({
  action: 'signing-block:read',
  async load({ input }: { input: { blockId: string }; actor: Principal }, { signingBlocks }) {
    const block = await signingBlocks.find(input.blockId);
    if (block === undefined) throw processErrors.SIGNING_BLOCK_NOT_FOUND();
    return block;
  },
  run: ({ resource }) => resource,
});
