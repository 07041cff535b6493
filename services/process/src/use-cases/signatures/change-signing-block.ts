import type { Principal } from '@guiche/kit/auth';
import { processErrors } from '../../domain/errors.ts';
import { reachOf, reaches } from '../../domain/processes/reading.ts';
import { changeDocuments, fitsBlock } from '../../domain/signatures/signing-block.ts';
import type { BlockedDocument } from '../../domain/signatures/signing-block.ts';
import { readerOf } from '../../permissions/reader-of.ts';
import { defineUseCase } from '../define.ts';
import type { Ports } from '../ports.ts';
import { readableDocuments } from '../processes/load-readable.ts';
import { refuseStale } from '../refuse-stale.ts';
import { keepBlock } from './keep-block.ts';
import { loadBlock } from './load-block.ts';

export interface ChangeSigningBlock {
  readonly blockId: string;
  readonly addDocumentIds?: readonly string[] | null | undefined;
  readonly removeDocumentIds?: readonly string[] | null | undefined;
  readonly expectedVersion: number;
}

/** The unit puts documents into its block and takes others out, while it is not offered. */
export const changeSigningBlock = defineUseCase({
  name: 'changeSigningBlock',
  action: 'signing-block:change',
  load: ({ input }: { input: ChangeSigningBlock; actor: Principal }, ports) => loadBlock(input, ports),

  async run({ input, actor, resource: { block, unit } }, ports) {
    refuseStale(block, input.expectedVersion);
    const add = await documentsFor([...new Set(input.addDocumentIds ?? [])], unit.id, { actor, ports });
    return keepBlock(block, changeDocuments(block, { add, remove: input.removeDocumentIds ?? [] }), ports);
  },
});

/** Refuses, naming them, what is not a document of the unit in a process that is open there. */
async function documentsFor(ids: readonly string[], unitId: string, { actor, ports }: { actor: Principal; ports: Ports }): Promise<BlockedDocument[]> {
  if (ids.length > 100) throw processErrors.SIGNING_BLOCK_FULL({ maximum: 100 });
  const reader = readerOf(actor);
  const found = await readableDocuments(await ports.documents.findMany(ids), ports, actor);
  const fit = found.filter(
    ({ process, ...document }) =>
      fitsBlock(document, unitId) && process.openUnitIds.includes(unitId) && reaches(reachOf(reader, process), document),
  );
  const refused = ids.filter((id) => !fit.some((document) => document.id === id));
  if (refused.length > 0) throw processErrors.SIGNING_BLOCK_DOCUMENTS_REFUSED({ documentIds: refused.join(', ') });
  return ids.flatMap((documentId) => fit.filter(({ id }) => id === documentId).map(({ processId }) => ({ documentId, processId })));
}
