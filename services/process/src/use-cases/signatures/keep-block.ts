import type { Outcome } from '@guiche/kit/use-case';
import { shareHolder } from '../../domain/signatures/share-holder.ts';
import type { SigningBlock } from '../../domain/signatures/signing-block.ts';
import type { Ports } from '../ports.ts';

/** Writes a block and what it shares: its documents with the units that have it before themselves, and nobody else. */
export async function keepBlock(
  before: SigningBlock | null,
  after: SigningBlock,
  { signingBlocks, documentShares }: Pick<Ports, 'signingBlocks' | 'documentShares'>,
): Promise<Outcome<{ blockId: string }>> {
  await signingBlocks.save(after);
  const { id, municipalityId, documents, offeredTo } = after;
  const source = `block:${id}`;
  const gone = (before?.offeredTo ?? []).filter((unitId) => !offeredTo.includes(unitId));
  if (gone.length > 0) await documentShares.remove(source, { holders: gone.map((unitId) => shareHolder({ unitId })) });
  const holders = offeredTo.map((unitId) => shareHolder({ unitId }));
  await documentShares.add(documents.flatMap((document) => holders.map((holder) => ({ municipalityId, ...document, holder, source }))));
  return {
    result: { blockId: id },
    audit: [{ entity: { type: 'signing-block', id }, municipalityId, before: before === null ? null : traceOf(before), after: traceOf(after) }],
  };
}

function traceOf({ state, documents, offeredTo, version }: SigningBlock): object {
  return { state, documentIds: documents.map(({ documentId }) => documentId), offeredTo, version };
}
