import type { Document, DocumentFile, Verification } from '../documents/document.ts';
import { processErrors } from '../errors.ts';
import type { DocumentSigned } from '../events.ts';
import { refuseUnlessAlive, refuseUnlessRunning } from '../processes/guards.ts';
import type { Process } from '../processes/process.ts';
import { refuseBelow } from './level.ts';
import { givenSignature } from './given-signature.ts';
import { changed, isOpen } from './signature-request.ts';
import type { SignatureRequest } from './signature-request.ts';
import { checkAuthorization, isBy, levelOf } from './signature.ts';
import type { Signature, SignatureAuthorization, SignatureMethod, Signer } from './signature.ts';

/** More do not fit the page that shows them all. */
export const signatureLimit = 100;

/** What somebody shows who wants to sign. */
export interface ProofOfWill {
  readonly authorization: SignatureAuthorization;
  readonly method: SignatureMethod;
  readonly signer: Signer;
  /** The capacity that the signer gave with the act. */
  readonly role: string | null;
  readonly at: Date;
}

/** Whether this signer is asked to sign the document and has neither signed nor ended it. */
export function awaitsSignatureOf({ signatureRequests }: Pick<Document, 'signatureRequests'>, signer: Signer): boolean {
  return signatureRequests.some((request) => isBy(request, signer) && (request.state === 'REQUESTED' || request.state === 'VIEWED'));
}

/** The request that this signer can answer now. */
export function openRequestOf({ signatureRequests }: Pick<Document, 'signatureRequests'>, signer: Signer, at: Date): SignatureRequest | undefined {
  return signatureRequests.find((request) => isBy(request, signer) && isOpen(request, at));
}

/**
 * The signature this signer may give now; refuses what cannot be signed, what he has signed already, a person who was
 * not asked (SG-05), and an authorization that is not for exactly this act. Levels are judged apart (`refuseBelow`).
 */
export function signatureOf(document: Document, { authorization, method, signer, role, at }: ProofOfWill): Signature {
  if (document.signatures.some((signature) => isBy(signature, signer))) throw processErrors.DOCUMENT_ALREADY_SIGNED();
  const request = openRequestOf(document, signer, at);
  if (signer.kind === 'person' && request === undefined) throw processErrors.SIGNATURE_NOT_REQUESTED();
  refuseUnsignable(document, request);
  if (request?.methods.includes(method) === false) throw processErrors.SIGNATURE_METHOD_NOT_ALLOWED();
  refuseBelow(request?.minimumLevel ?? 'SIMPLE', levelOf(method));
  const { sha256 } = document.file;
  const { id: documentId, municipalityId } = document;
  checkAuthorization(authorization, { signerKind: signer.kind, signerId: signer.id, documentId, municipalityId, sha256, at });
  const given = givenSignature(authorization, { signer, role: roleOf(request?.role ?? null, authorization, role), method, at });
  return { ...given, kind: 'SIGNATURE', sha256 };
}

/**
 * Documents are signed while their process runs somewhere. Who was asked answers in a suspended or concluded one too, like
 * whoever has a task in it: the unit left the request standing, and a Term waits for nobody else (ID-08).
 */
export function refuseSigningIn(process: Pick<Process, 'state' | 'openUnitIds'>, document: Document, { signer, at }: { signer: Signer; at: Date }): void {
  if (openRequestOf(document, signer, at) !== undefined) {
    refuseUnlessAlive(process);
    return;
  }
  refuseUnlessRunning(process);
  if (process.openUnitIds.length === 0) throw processErrors.PROCESS_CONCLUDED();
}

/** Adds a signature, with the rendition that shows all signatures so far. A locked document stays locked. */
export function sign(
  document: Document,
  { signature, signedFile, verification }: { signature: Signature; signedFile: DocumentFile; verification: Verification },
): { document: Document; event: DocumentSigned } {
  const { kind, id } = { kind: signature.signerKind, id: signature.signerId };
  const request = openRequestOf(document, { kind, id }, signature.signedAt);
  const signed: Document = {
    ...document,
    state: document.state === 'LOCKED' ? 'LOCKED' : 'SIGNED',
    signedFile,
    verification,
    signatures: [...document.signatures, signature],
    signatureRequests:
      request === undefined
        ? document.signatureRequests
        : changed(document.signatureRequests, { ...request, state: 'SIGNED', endedAt: signature.signedAt }),
    version: document.version + 1,
  };
  const event: DocumentSigned = {
    type: 'DocumentSigned',
    aggregate: { type: 'document', id: document.id },
    tenantId: document.municipalityId,
    data: {
      documentId: document.id,
      processId: document.processId,
      municipalityId: document.municipalityId,
      signerId: signature.signerId,
      signedAt: signature.signedAt,
      sha256: signature.sha256,
      method: signature.method,
      ...(document.ticketId === null ? {} : { ticketId: document.ticketId }),
    },
  };
  return { document: signed, event };
}

/** The capacity somebody is asked in stands; otherwise the one the password was typed with, or the one of the act. */
export function roleOf(asked: string | null, authorization: Pick<SignatureAuthorization, 'role'>, given: string | null): string {
  const role = asked ?? authorization.role ?? given;
  if (role === null || role.trim() === '') throw processErrors.SIGNATURE_ROLE_MISSING();
  return role.trim();
}

/** Copies of papers are authenticated, not signed. What is locked, or an intimation binds, is signed by those who were asked alone. */
function refuseUnsignable(document: Document, request: SignatureRequest | undefined): void {
  const [bond] = document.bonds;
  if (bond !== undefined && request === undefined) throw processErrors.DOCUMENT_OF_INTIMATION({ intimation: bond.number });
  if (document.signatures.length >= signatureLimit) throw processErrors.TOO_MANY_SIGNATURES({ maximum: signatureLimit });
  switch (document.state) {
    case 'DRAFT':
    case 'SIGNED':
      return;
    case 'LOCKED':
      if (request === undefined) throw processErrors.DOCUMENT_LOCKED();
      return;
    case 'CANCELLED':
      throw processErrors.DOCUMENT_ALREADY_CANCELLED();
    case 'SUBMITTED':
    case 'AUTHENTICATED':
      throw processErrors.DOCUMENT_NOT_SIGNABLE();
  }
}
