import type { Principal } from '@guiche/kit/auth';
import { processErrors } from '../../domain/errors.ts';
import type { AskedSignature } from '../../domain/signatures/asked-signature.ts';
import type { Ports } from '../ports.ts';
import { readableDocuments } from '../processes/load-readable.ts';

type Stores = Pick<Ports, 'processes' | 'documents' | 'grants' | 'documentShares'>;

/** A signature request with its document, ready to be judged; that of no document is as absent as any other. */
export async function loadAsked({ documentId, requestId }: { documentId: string; requestId: string }, ports: Stores, actor: Principal): Promise<AskedSignature> {
  const [document] = await readableDocuments(await ports.documents.findMany([documentId]), ports, actor);
  const request = document?.signatureRequests.find(({ id }) => id === requestId);
  if (document === undefined || request === undefined) throw processErrors.SIGNATURE_REQUEST_NOT_FOUND();
  return { document, request };
}
