import { cancelGrant } from '../../domain/access/grant.ts';
import type { Document } from '../../domain/documents/document.ts';
import type { SignatureRequest } from '../../domain/signatures/signature-request.ts';
import type { Ports } from '../ports.ts';

type Stores = Pick<Ports, 'grants' | 'documentShares' | 'schedule'>;

/** What a share is told to follow from. */
export const requestSource = (requestId: string): string => `request:${requestId}`;

/** A request ended without a signature that stands: what it opened to the signer closes, and its jobs are forgotten. */
export async function releaseRequest(
  { id, signerKind, signerId }: SignatureRequest,
  { processId, id: documentId }: Document,
  cancellation: { by: string; at: Date; reason: string },
  { grants, documentShares, schedule }: Stores,
): Promise<void> {
  await schedule.forgetSignatureRequest(id);
  if (signerKind === 'staff') {
    await documentShares.remove(requestSource(id));
    return;
  }
  for (const grant of await grants.ofProcess(processId)) {
    const isOfRequest = grant.purpose === 'SIGNATURE' && grant.state === 'ACTIVE' && grant.personId === signerId && grant.documentIds.includes(documentId);
    if (isOfRequest) await grants.update(cancelGrant(grant, cancellation));
  }
}

/** The same for all requests that an edit of the document has made invalid (SG-07) or its cancellation has ended; called by every such act. */
export async function releaseEnded(
  before: Document,
  after: Document,
  cancellation: { by: string; at: Date; reason: string },
  ports: Stores,
): Promise<void> {
  const stateBefore = new Map(before.signatureRequests.map(({ id, state }) => [id, state]));
  for (const request of after.signatureRequests) {
    const isOver = request.state === 'INVALIDATED' || request.state === 'CANCELLED';
    if (isOver && stateBefore.get(request.id) !== request.state) await releaseRequest(request, after, cancellation, ports);
  }
}
