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

/** The same for all requests that an edit of the document has made invalid (SG-07); called by every act that edits. */
export async function releaseInvalidated(
  before: Document,
  after: Document,
  cancellation: { by: string; at: Date; reason: string },
  ports: Stores,
): Promise<void> {
  const stoodBefore = new Set(before.signatureRequests.filter(({ state }) => state !== 'INVALIDATED').map(({ id }) => id));
  for (const request of after.signatureRequests) {
    if (request.state === 'INVALIDATED' && stoodBefore.has(request.id)) await releaseRequest(request, after, cancellation, ports);
  }
}
