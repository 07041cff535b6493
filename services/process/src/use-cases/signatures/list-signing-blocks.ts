import type { Principal } from '@guiche/kit/auth';
import { pageRequest } from '@guiche/kit/use-case';
import type { Page, PageArguments } from '@guiche/kit/use-case';
import { processErrors } from '../../domain/errors.ts';
import type { SigningBlock } from '../../domain/signatures/signing-block.ts';
import { defineQuery } from '../define.ts';

interface ListCommand {
  readonly input: PageArguments & { readonly unitId: string; readonly offered?: boolean | null | undefined };
  readonly actor: Principal;
}

/** Blocks of a unit, newest first: its own, or those that others offer to it. */
export const listSigningBlocks = defineQuery({
  action: 'signing-block:list',
  async load({ input }: ListCommand, { units }) {
    const unit = await units.find(input.unitId);
    if (unit === undefined) throw processErrors.UNIT_NOT_FOUND();
    return unit;
  },
  run: ({ input: { unitId, offered, ...page } }, { signingBlocks }): Promise<Page<SigningBlock>> =>
    signingBlocks.page(offered === true ? { offeredTo: unitId } : { unitId }, pageRequest(page)),
});
