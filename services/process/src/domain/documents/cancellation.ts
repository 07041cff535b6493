import { processErrors } from '../errors.ts';
import { isOpen } from '../signatures/signature-request.ts';
import type { Author, Document } from './document.ts';

/**
 * Cancels a document: the number stays, the content is hidden, nobody is asked to sign it any more. What came by a petition or belongs to an intimation is
 * never cancelled (PR-05), nor is what was cancelled already.
 */
export function cancelDocument(document: Document, cancellation: { reason: string; at: Date; by: Author }): Document {
  const [bond] = document.bonds;
  if (document.state === 'CANCELLED') throw processErrors.DOCUMENT_ALREADY_CANCELLED();
  if (document.petitionId !== null) throw processErrors.DOCUMENT_OF_PETITION();
  if (bond !== undefined) throw processErrors.DOCUMENT_OF_INTIMATION({ intimation: bond.number });
  if (document.state === 'LOCKED') throw processErrors.DOCUMENT_LOCKED();
  const { reason, at } = cancellation;
  const signatureRequests = document.signatureRequests.map((request) => (isOpen(request, at) ? { ...request, state: 'CANCELLED' as const, endedAt: at, reason } : request));
  return { ...document, state: 'CANCELLED', signatureRequests, cancellation, version: document.version + 1 };
}

/** Refuses to change what an intimation or another unit relies on (SG-07, PR-09), and what was cancelled. */
export function refuseUnchangeable(document: Document): void {
  const [bond] = document.bonds;
  if (document.state === 'CANCELLED') throw processErrors.DOCUMENT_ALREADY_CANCELLED();
  if (bond !== undefined) throw processErrors.DOCUMENT_OF_INTIMATION({ intimation: bond.number });
  if (document.state === 'LOCKED') throw processErrors.DOCUMENT_LOCKED();
}
