import type { Principal } from '@guiche/kit/auth';
import { processErrors } from '../../domain/errors.ts';
import type { AskedSignature } from '../../domain/processes/reading.ts';
import type { Ports } from '../ports.ts';
import { loadReadableDocument } from '../processes/load-readable.ts';

type Stores = Pick<Ports, 'processes' | 'documents' | 'grants' | 'documentShares'>;

/** A signature request with its document, ready to be judged. */
export async function loadAsked({ documentId, requestId }: { documentId: string; requestId: string }, ports: Stores, actor: Principal): Promise<AskedSignature> {
  const document = await loadReadableDocument(documentId, ports, actor);
  const request = document.signatureRequests.find(({ id }) => id === requestId);
  if (request === undefined) throw processErrors.SIGNATURE_REQUEST_NOT_FOUND();
  return { document, request };
}
