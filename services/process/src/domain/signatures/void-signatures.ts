import { refuseUnchangeable } from '../documents/cancellation.ts';
import type { Author, Document } from '../documents/document.ts';
import type { SignatureRequest } from './signature-request.ts';
import type { VoidedSignatures } from './signature.ts';

/** Where it happened: everything that was signed, and every request that waited, was for the content before. */
export interface Voiding {
  readonly at: Date;
  readonly by: Author;
  /** In the words of the user, for example `Texto alterado`. */
  readonly reason: string;
}

/**
 * The document as a draft again because its content changes (SG-07): its signatures stay visible as void, their code
 * goes on answering that they are, and whoever is asked to sign has to be asked again. Refused for what is locked,
 * belongs to an intimation, or was cancelled. The same document when there is nothing to void. `version` counts the
 * voiding: an edit that writes more in the same act is one version, `{ ...voided, version: before.version + 1 }`.
 */
export function voidSignatures(document: Document, { at, by, reason }: Voiding): Document {
  refuseUnchangeable(document);
  const { signatures, verification, signedFile } = document;
  const waits = document.signatureRequests.some(dependsOnContent);
  if (signatures.length === 0 && !waits) return document;
  const voided: VoidedSignatures[] =
    verification === null || signedFile === null ? [] : [{ signatures, verification, signedFile, at, by, reason }];
  return {
    ...document,
    state: document.state === 'SIGNED' ? 'DRAFT' : document.state,
    signatures: [],
    verification: null,
    signedFile: null,
    voidedSignatures: [...document.voidedSignatures, ...voided],
    signatureRequests: document.signatureRequests.map((request) =>
      dependsOnContent(request) ? { ...request, state: 'INVALIDATED', endedAt: at, reason } : request,
    ),
    version: document.version + 1,
  };
}

/** The requests that a change of content ends. */
export function dependsOnContent({ state }: SignatureRequest): boolean {
  return state === 'REQUESTED' || state === 'VIEWED' || state === 'SIGNED';
}
