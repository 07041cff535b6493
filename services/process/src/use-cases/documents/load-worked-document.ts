import type { Principal } from '@guiche/kit/auth';
import { processErrors } from '../../domain/errors.ts';
import type { WorkedDocument } from '../../domain/processes/worked.ts';
import type { Ports } from '../ports.ts';
import { loadWorkedProcess } from '../processes/load-worked.ts';

type Stores = Pick<Ports, 'documents' | 'processes' | 'placements' | 'units' | 'grants' | 'documentShares'>;

/** A document with its process as one unit has it before itself: what every act of a unit on a document loads. */
export async function loadWorkedDocument(
  { documentId, unitId }: { readonly documentId: string; readonly unitId: string },
  ports: Stores,
  actor: Principal,
): Promise<WorkedDocument> {
  const [document] = await ports.documents.findMany([documentId]);
  if (document === undefined) throw processErrors.DOCUMENT_NOT_FOUND();
  return { ...(await loadWorkedProcess({ processId: document.processId, unitId }, ports, actor, processErrors.DOCUMENT_NOT_FOUND)), document };
}
