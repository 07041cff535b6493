import type { Principal } from '@guiche/kit/auth';
import { processErrors } from '../../domain/errors.ts';
import { offer } from '../../domain/signatures/signing-block.ts';
import { defineUseCase } from '../define.ts';
import { refuseStale } from '../refuse-stale.ts';
import { keepBlock } from './keep-block.ts';
import { loadBlock } from './load-block.ts';

export interface OfferSigningBlock {
  readonly blockId: string;
  readonly toUnitIds: readonly string[];
  readonly expectedVersion: number;
}

/** The unit lets other units read and sign the documents of its block (disponibilizar bloco). */
export const offerSigningBlock = defineUseCase({
  name: 'offerSigningBlock',
  action: 'signing-block:change',
  load: ({ input }: { input: OfferSigningBlock; actor: Principal }, ports) => loadBlock(input, ports),

  async run({ input, resource: { block } }, ports) {
    refuseStale(block, input.expectedVersion);
    const ids = [...new Set(input.toUnitIds)].slice(0, 100);
    const units = await ports.units.findMany(ids);
    if (units.length < ids.length) throw processErrors.UNIT_NOT_FOUND();
    return keepBlock(block, offer(block, units), ports);
  },
});
