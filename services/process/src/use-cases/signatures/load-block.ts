import { processErrors } from '../../domain/errors.ts';
import type { WorkedBlock } from '../../domain/signatures/signing-block.ts';
import type { Ports } from '../ports.ts';

/** A block with the unit that acts on it: its own, unless told. */
export async function loadBlock(
  { blockId, unitId }: { readonly blockId: string; readonly unitId?: string },
  { signingBlocks, units }: Pick<Ports, 'signingBlocks' | 'units'>,
): Promise<WorkedBlock> {
  const block = await signingBlocks.find(blockId);
  const unit = block === undefined ? undefined : await units.find(unitId ?? block.unitId);
  if (block === undefined || unit === undefined) throw processErrors.SIGNING_BLOCK_NOT_FOUND();
  return { block, unit };
}
