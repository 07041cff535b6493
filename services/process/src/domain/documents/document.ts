import type { Access, AccessLevel } from '../processes/access-level.ts';
import { processErrors } from '../errors.ts';
import type { DocumentSigned } from '../events.ts';
import { documentNumber } from '../numbers/numbering.ts';
import { checkAuthorization } from '../signatures/signature.ts';
import type { Signature, SignatureAuthorization, SignatureRequest } from '../signatures/signature.ts';

export type DocumentOrigin = 'BORN_DIGITAL' | 'DIGITISED';
export type DocumentState = 'DRAFT' | 'SIGNED' | 'SUBMITTED' | 'AUTHENTICATED' | 'LOCKED' | 'CANCELLED';

/** Content in the file store. */
export interface DocumentFile {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** How the public checks a signed document (SG-06): the code has at least 128 bits, the CRC 8 hexadecimal digits. */
export interface Verification {
  readonly code: string;
  readonly crc: string;
}

/** A document of a process. `number` is also the verifier (código verificador) people type. */
export interface Document {
  readonly id: string;
  readonly processId: string;
  readonly municipalityId: string;
  readonly sequence: number;
  readonly number: string;
  readonly type: string;
  readonly title: string;
  readonly origin: DocumentOrigin;
  readonly state: DocumentState;
  readonly accessLevel: AccessLevel;
  readonly legalHypothesis: string | null;
  readonly createdAt: Date;
  /** The person who submitted it, who always sees it (AE-05). */
  readonly submittedBy: string | null;
  readonly file: DocumentFile;
  readonly signedFile: DocumentFile | null;
  readonly verification: Verification | null;
  readonly signatureRequests: readonly SignatureRequest[];
  readonly signatures: readonly Signature[];
  readonly ticketId: string | null;
  readonly version: number;
}

interface NewDocument {
  readonly id: string;
  readonly processId: string;
  readonly municipalityId: string;
  readonly sequence: number;
  readonly type: string;
  readonly title: string;
  readonly access: Access;
  readonly file: DocumentFile;
  readonly at: Date;
  readonly ticketId?: string;
}

/** A copy of a paper that a person sent in. */
export function fileSubmitted(facts: NewDocument & { submittedBy: string }): Document {
  return { ...common(facts), origin: 'DIGITISED', state: 'SUBMITTED', submittedBy: facts.submittedBy, signatureRequests: [] };
}

/** A document made by the system that one person is asked to sign. */
export function draftForSignature(facts: NewDocument & { signer: { id: string; name: string; role: string } }): Document {
  const { signer, at } = facts;
  const request: SignatureRequest = {
    signerId: signer.id, signerName: signer.name, role: signer.role, state: 'REQUESTED', requestedAt: at,
  };
  return { ...common(facts), origin: 'BORN_DIGITAL', state: 'DRAFT', submittedBy: null, signatureRequests: [request] };
}

function common({ access, at, ...facts }: NewDocument) {
  return {
    id: facts.id,
    processId: facts.processId,
    municipalityId: facts.municipalityId,
    sequence: facts.sequence,
    number: documentNumber(facts.sequence),
    type: facts.type,
    title: facts.title,
    ...access,
    createdAt: at,
    file: facts.file,
    signedFile: null,
    verification: null,
    signatures: [],
    ticketId: facts.ticketId ?? null,
    version: 1,
  };
}

/** Whether this person is asked to sign the document and has not done so. */
export function awaitsSignatureOf(document: Document, personId: string): boolean {
  return document.signatureRequests.some(({ signerId, state }) => signerId === personId && state === 'REQUESTED');
}

/**
 * The signature this person may give now, by the system's password (level simple, Lei 14.063/2020 art. 4, I);
 * refuses when it was not asked for, was given already, or the authorization is not for exactly this act.
 */
export function signatureOf(
  document: Document,
  { authorization, signerId, at }: { authorization: SignatureAuthorization; signerId: string; at: Date },
): Signature {
  const request = document.signatureRequests.find((candidate) => candidate.signerId === signerId);
  if (request === undefined || request.state === 'CANCELLED') throw processErrors.SIGNATURE_NOT_REQUESTED();
  if (request.state === 'SIGNED') throw processErrors.DOCUMENT_ALREADY_SIGNED();
  const { sha256 } = document.file;
  const { id: documentId, municipalityId } = document;
  checkAuthorization(authorization, { signerId, documentId, municipalityId, sha256, at });
  return {
    signerId,
    signerName: request.signerName,
    role: request.role,
    signedAt: at,
    sha256,
    method: 'SYSTEM_PASSWORD',
    level: 'SIMPLE',
    authorizationId: authorization.id,
  };
}

/** Adds a signature, with the rendition that shows all signatures so far. */
export function sign(
  document: Document,
  { signature, signedFile, verification }: { signature: Signature; signedFile: DocumentFile; verification: Verification },
): { document: Document; event: DocumentSigned } {
  const signed: Document = {
    ...document,
    state: 'SIGNED',
    signedFile,
    verification,
    signatures: [...document.signatures, signature],
    signatureRequests: document.signatureRequests.map((request) =>
      request.signerId === signature.signerId ? { ...request, state: 'SIGNED' } : request,
    ),
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
