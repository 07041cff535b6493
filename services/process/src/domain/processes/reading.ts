import type { Grant, GrantedIntimation } from '../access/grant.ts';
import type { Document } from '../documents/document.ts';
import type { Process } from './process.ts';

/** Who reads, as far as reading depends on it. */
export type Reader =
  | { readonly kind: 'person'; readonly personId: string; readonly municipalityId?: string }
  | { readonly kind: 'staff'; readonly staffId: string; readonly municipalityId: string; readonly unitIds: readonly string[] }
  /** Somebody without an account who came through the link and the mailed code of one grant (AE-06, D). */
  | { readonly kind: 'isolated'; readonly grantId: string }
  | { readonly kind: 'nobody' };

/** A process with the reader's own grants in force on it: what reading is judged on. */
export interface ReadableProcess extends Process {
  readonly grants: readonly Grant[];
  /** Documents of it shared with the reader for signature, by a signing block or a request; none unless told. */
  readonly sharedDocumentIds?: readonly string[];
}

export interface ReadableDocument extends Document {
  readonly process: ReadableProcess;
}

/**
 * How much of a process somebody reads. Its parts are alternatives: a document is read when any of them takes it in.
 * Lists, counts and searches filter by it, single reads are judged by it.
 */
export type Reach = { readonly kind: 'nothing' } | DocumentReach;

export interface DocumentReach {
  readonly kind: 'some';
  /** Issued documents (no drafts) of every level, those of the public level, or none by themselves. */
  readonly issued: 'all' | 'public' | 'none';
  /** Documents that somebody reads to sign them, as drafts too. */
  readonly documentIds: readonly string[];
  /** Documents that were granted; what is drafted in their place, by an edit, is not. */
  readonly grantedIds: readonly string[];
  readonly submittedBy: string | null;
  /** Units whose unsigned drafts are read. */
  readonly draftsOf: readonly string[];
}

const nothing: Reach = { kind: 'nothing' };

/** Everything but drafts: what an integral access opens (AE-02). */
export const allIssued: DocumentReach = { kind: 'some', issued: 'all', documentIds: [], grantedIds: [], submittedBy: null, draftsOf: [] };

const noDocument: DocumentReach = { kind: 'some', issued: 'none', documentIds: [], grantedIds: [], submittedBy: null, draftsOf: [] };

/** The one rule of who reads what: every field, reference, list, count, search, export and file address goes through here. */
export function reachOf(reader: Reader, process: ReadableProcess): Reach {
  if (process.state === 'CANCELLED') return nothing;
  switch (reader.kind) {
    case 'nobody':
      return nothing;
    case 'staff':
      return reachOfStaff(reader, process);
    case 'person':
      return reachOfPerson(reader, process);
    case 'isolated':
      return reachOfIsolated(reader, process);
  }
}

/**
 * Units where the process is or was read all of it; other units of the city read what is public, and besides, drafts
 * included, what is shared with them for signature. A secret process is for staff with a credential alone.
 */
function reachOfStaff(reader: Extract<Reader, { kind: 'staff' }>, process: ReadableProcess): Reach {
  if (reader.municipalityId !== process.municipalityId) return nothing;
  if (process.globalLevel === 'SECRET' && !process.credentialedStaffIds.includes(reader.staffId)) return nothing;
  const documentIds = process.sharedDocumentIds ?? [];
  const own = process.unitIds.filter((id) => reader.unitIds.includes(id));
  if (own.length > 0) return { ...noDocument, issued: 'all', draftsOf: own, documentIds };
  if (process.accessLevel === 'PUBLIC') return { ...noDocument, issued: 'public', documentIds };
  return documentIds.length === 0 ? nothing : { ...noDocument, documentIds };
}

/**
 * An integral grant opens all documents, now and later, whatever their level; a partial one those it names (AE-02).
 * Interested parties read what is public, and everybody what he submitted himself (AE-05). Secrecy leaves the grants.
 */
function reachOfPerson(reader: Extract<Reader, { kind: 'person' }>, process: ReadableProcess): Reach {
  if (reader.municipalityId !== undefined && reader.municipalityId !== process.municipalityId) return nothing;
  const own = process.grants.filter(({ personId, state }) => personId === reader.personId && state === 'ACTIVE');
  const isParty = process.interestedPartyIds.includes(reader.personId) && process.globalLevel !== 'SECRET';
  if (own.length === 0 && !isParty) return nothing;
  const granted = reachOfGrants(own);
  const publicOnes = isParty && process.accessLevel === 'PUBLIC' && granted.issued === 'none';
  return { ...granted, ...(publicOnes ? { issued: 'public' } : {}), submittedBy: reader.personId };
}

/** Somebody without an account has one grant, and never what a person is granted. */
function reachOfIsolated({ grantId }: Extract<Reader, { kind: 'isolated' }>, process: ReadableProcess): Reach {
  const own = process.grants.filter(({ id, personId, state }) => id === grantId && personId === null && state === 'ACTIVE');
  return own.length === 0 ? nothing : reachOfGrants(own);
}

function reachOfGrants(grants: readonly Grant[]): DocumentReach {
  return {
    ...noDocument,
    issued: grants.some(({ scope }) => scope === 'INTEGRAL') ? 'all' : 'none',
    documentIds: grants.flatMap(({ purpose, documentIds }) => (purpose === 'SIGNATURE' ? documentIds : [])),
    grantedIds: grants.flatMap(({ purpose, documentIds, intimations }) => (purpose === 'SIGNATURE' ? [] : [...documentIds, ...certificatesOf(intimations)])),
  };
}

/** Who was intimated reads the certificate of it, also when his access is a partial one, which never changes (IN-30). */
function certificatesOf(intimations: readonly GrantedIntimation[]): string[] {
  return intimations.flatMap(({ certificateId }) => (certificateId === null ? [] : [certificateId]));
}

/** Whether anybody may know that a process exists: restriction hides content, only secrecy hides existence (PS-03). */
export function existenceIsPublic({ state, globalLevel }: Process): boolean {
  return state !== 'CANCELLED' && globalLevel !== 'SECRET';
}

/** Whether a document lies within a reach. `adapters/mongo/documents/reach-filter.ts` asks the same of the database. */
export function reaches(reach: Reach, document: Document): boolean {
  if (reach.kind === 'nothing') return false;
  if (reach.documentIds.includes(document.id)) return true;
  if (document.submittedBy !== null && document.submittedBy === reach.submittedBy) return true;
  if (document.state === 'DRAFT') return document.unitId !== null && reach.draftsOf.includes(document.unitId);
  return reach.grantedIds.includes(document.id) || reach.issued === 'all' || (reach.issued === 'public' && document.accessLevel === 'PUBLIC');
}
