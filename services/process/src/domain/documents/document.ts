import type { Access, AccessLevel } from '../processes/access-level.ts';
import { documentNumber } from '../numbers/numbering.ts';
import { newRequest } from '../signatures/signature-request.ts';
import type { SignatureRequest } from '../signatures/signature-request.ts';
import type { Signature, VoidedSignatures } from '../signatures/signature.ts';
import type { Author } from './author.ts';
import type { DocumentFile, Verification } from './document-file.ts';

export type { Author } from './author.ts';
export type { DocumentFile, Verification } from './document-file.ts';

export type DocumentOrigin = 'BORN_DIGITAL' | 'DIGITISED';
export type DocumentState = 'DRAFT' | 'SIGNED' | 'SUBMITTED' | 'AUTHENTICATED' | 'LOCKED' | 'CANCELLED';

/** An intimation that a document belongs to (PR-05, PR-09); sealed until the recipients have fulfilled it (IN-07). */
export interface Bond {
  readonly intimationId: string;
  readonly number: string;
  readonly sealed: boolean;
}

/** A document of a process. `number` is also the verifier (código verificador) people type. */
export interface Document {
  readonly id: string;
  readonly processId: string;
  readonly municipalityId: string;
  readonly sequence: number;
  readonly number: string;
  /** Key of its type, null for the papers of an accreditation; `type` is the name, kept as it was then. */
  readonly typeKey: string | null;
  readonly type: string;
  /** Name in the tree of the process. */
  readonly title: string;
  readonly origin: DocumentOrigin;
  /** How the paper was compared; null for what was born digital, and where it was not asked. */
  readonly conference: Conference | null;
  readonly state: DocumentState;
  readonly accessLevel: AccessLevel;
  readonly legalHypothesis: string | null;
  readonly createdAt: Date;
  readonly createdBy: Author;
  /** The unit that made or included it; null for what came from outside. */
  readonly unitId: string | null;
  /** The person who submitted it, who always sees it (AE-05). */
  readonly submittedBy: string | null;
  /** The petition it came by: such a document is never cancelled (PR-05). */
  readonly petitionId: string | null;
  readonly file: DocumentFile;
  readonly signedFile: DocumentFile | null;
  readonly verification: Verification | null;
  readonly signatureRequests: readonly SignatureRequest[];
  /** When somebody was last asked to sign; null when nobody was. */
  readonly signatureRequestedAt: Date | null;
  /** Those of the content as it is now, oldest first. */
  readonly signatures: readonly Signature[];
  /** Those of former content (SG-07), oldest first. */
  readonly voidedSignatures: readonly VoidedSignatures[];
  readonly bonds: readonly Bond[];
  readonly cancellation: { readonly reason: string; readonly at: Date; readonly by: Author } | null;
  readonly ticketId: string | null;
  readonly version: number;
}

/** What every new document is told, however it came about. */
export interface NewDocument {
  readonly id: string;
  readonly processId: string;
  readonly municipalityId: string;
  readonly sequence: number;
  readonly type: string;
  readonly title: string;
  readonly access: Access;
  readonly file: DocumentFile;
  readonly at: Date;
  readonly by: Author;
  readonly typeKey?: string;
  readonly unitId?: string;
  readonly petitionId?: string;
  readonly ticketId?: string;
}

/** A copy of a paper that a person sent in. */
export function fileSubmitted(facts: NewDocument & { submittedBy: string }): Document {
  return { ...documentWith(facts), origin: 'DIGITISED', state: 'SUBMITTED', submittedBy: facts.submittedBy, signatureRequests: [] };
}

/** How a paper was compared when it was scanned (SG-08). */
export type Conference = 'ORIGINAL' | 'NOTARISED_COPY' | 'ADMINISTRATIVE_COPY' | 'SIMPLE_COPY';

/** A file that staff or a petitioner include: a scanned paper, or a file that was born digital (SG-08). */
export function fileIncluded(facts: NewDocument & { submittedBy: string | null; conference: Conference | null }): Document {
  const { conference, submittedBy } = facts;
  return {
    ...documentWith(facts),
    origin: conference === null ? 'BORN_DIGITAL' : 'DIGITISED',
    conference,
    state: 'SUBMITTED',
    submittedBy,
    signatureRequests: [],
  };
}

/** A document written in the editor by a unit, not signed yet. */
export function draftWritten(facts: NewDocument & { unitId: string }): Document {
  return { ...documentWith(facts), origin: 'BORN_DIGITAL', state: 'DRAFT', submittedBy: null, signatureRequests: [] };
}

/** A document made by the system that one person is asked to sign. */
export function draftForSignature(facts: NewDocument & { signer: { id: string; name: string; role: string } }): Document {
  const { signer, at } = facts;
  const request = newRequest({ id: facts.id, signer: { kind: 'person', id: signer.id }, signerName: signer.name, role: signer.role, at });
  return {
    ...documentWith(facts),
    origin: 'BORN_DIGITAL',
    state: 'DRAFT',
    submittedBy: null,
    signatureRequests: [request],
    signatureRequestedAt: at,
  };
}

/** What is the same for all new documents; the ways to come about add origin, state and whom they are from. */
export function documentWith({ access, at, ...facts }: NewDocument) {
  return {
    id: facts.id,
    processId: facts.processId,
    municipalityId: facts.municipalityId,
    sequence: facts.sequence,
    number: documentNumber(facts.sequence),
    typeKey: facts.typeKey ?? null,
    type: facts.type,
    title: facts.title,
    ...access,
    createdAt: at,
    createdBy: facts.by,
    unitId: facts.unitId ?? null,
    petitionId: facts.petitionId ?? null,
    file: facts.file,
    signedFile: null,
    verification: null,
    signatures: [],
    voidedSignatures: [],
    signatureRequestedAt: null,
    bonds: [],
    conference: null,
    cancellation: null,
    ticketId: facts.ticketId ?? null,
    version: 1,
  };
}
