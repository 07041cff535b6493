import { isCertificate } from '../intimations/certificate.ts';
import type { Document } from '../documents/document.ts';
import type { Process } from '../processes/process.ts';
import type { AccessClass } from './search-entry.ts';

/** A process with the one it was annexed to, which it follows in what the public sees. */
export interface PublishedProcess {
  readonly process: Process;
  readonly annexedTo: Process | null;
}

/** What anybody may know of something: its content, that it exists and why no more, or nothing at all. */
export type Publication = 'CONTENT' | 'EXISTENCE' | 'NOTHING';

/** PS-03: a restricted process is listed, never its content; of a secret one nothing is known. */
export function publicationOfProcess({ process, annexedTo }: PublishedProcess): Publication {
  if (process.state === 'CANCELLED' || process.globalLevel === 'SECRET' || annexedTo?.globalLevel === 'SECRET') return 'NOTHING';
  return process.accessLevel === 'PUBLIC' && (annexedTo === null || annexedTo.accessLevel === 'PUBLIC') ? 'CONTENT' : 'EXISTENCE';
}

/** PS-02, without the names of who was intimated (LW-03), and but for the cut-off date, which each search and each reading applies as it is set then. */
export function publicationOfDocument(document: Document, published: PublishedProcess): Publication {
  const process = publicationOfProcess(published);
  if (process === 'NOTHING' || document.accessLevel === 'SECRET' || document.state === 'DRAFT') return 'NOTHING';
  const isOpen =
    process === 'CONTENT' &&
    document.accessLevel === 'PUBLIC' &&
    document.state !== 'CANCELLED' &&
    (!isGenerated(document) || document.signatures.length > 0) &&
    !isCertificate(document) &&
    !document.bonds.some(({ sealed }) => sealed);
  return isOpen ? 'CONTENT' : 'EXISTENCE';
}

/**
 * Made in the system (documento gerado), and so nothing until it is signed; what was included as a file is external. A
 * locked one was issued before: without a signature it is a file.
 */
export function isGenerated({ origin, state, signatures }: Document): boolean {
  const isFile = state === 'SUBMITTED' || state === 'AUTHENTICATED' || (state === 'LOCKED' && signatures.length === 0);
  return origin === 'BORN_DIGITAL' && !isFile;
}

/** The moment the cut-off date (Data de Corte) is held against: inclusion, or the first signature. */
export function publishedAt(document: Document): Date {
  return isGenerated(document) ? (document.signatures[0]?.signedAt ?? document.createdAt) : document.createdAt;
}

/** The classes of entries that something so published is found as. */
export function accessClassesFor(publication: Publication): readonly AccessClass[] {
  switch (publication) {
    case 'CONTENT':
      return ['PUBLIC_CONTENT'];
    case 'EXISTENCE':
      return ['LISTED_ONLY', 'INTERNAL'];
    case 'NOTHING':
      return ['INTERNAL'];
  }
}
