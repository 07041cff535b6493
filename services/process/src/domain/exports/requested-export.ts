import type { Document, DocumentFile } from '../documents/document.ts';
import { isCertificate } from '../intimations/certificate.ts';
import { reachOf, reaches } from '../processes/reading.ts';
import { withheld } from '../processes/withheld.ts';
import type { ReadableDocument, ReadableProcess, Reader } from '../processes/reading.ts';
import type { Withheld } from '../processes/withheld.ts';

export type ExportFormat = 'PDF' | 'ZIP';
export type ExportState = 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED';

/** A whole process as one file, as somebody asked for it. It is his alone. */
export interface RequestedExport {
  readonly id: string;
  readonly municipalityId: string;
  readonly processId: string;
  /** Who asked, as tokens name him. */
  readonly owner: string;
  /** The same, as far as reading depends on it. */
  readonly reader: Reader;
  readonly format: ExportFormat;
  /** Only what everybody may read. */
  readonly onlyPublic: boolean;
  readonly state: ExportState;
  /** Documents that are in the file so far, of `total`. */
  readonly done: number;
  readonly total: number;
  readonly file: DocumentFile | null;
  readonly failureCode: string | null;
  readonly requestedAt: Date;
  /** The file is there until then. */
  readonly expiresAt: Date;
  readonly version: number;
}

/** A document as it was when the export was asked for; `withheld` ones are listed without their content. */
export interface ExportItem {
  readonly documentId: string;
  readonly withheld: Withheld | null;
}

/** Why the file of a finished export is not given any more. */
export type ExportObstacle = 'EXPIRED' | 'ACCESS_CHANGED';

const keptMs = 7 * 24 * 60 * 60_000;

/** How many unfinished exports somebody may have, and how many in all. */
export const exportLimits = { unfinished: 3, kept: 20 } as const;

/** An export that waits to be made. */
export function requestExport(
  facts: Pick<RequestedExport, 'id' | 'municipalityId' | 'processId' | 'owner' | 'reader' | 'format' | 'onlyPublic' | 'total'> & { at: Date },
): RequestedExport {
  const { at, ...rest } = facts;
  return {
    ...rest, state: 'WAITING', done: 0, file: null, failureCode: null, requestedAt: at, expiresAt: new Date(at.getTime() + keptMs), version: 1,
  };
}

export function isUnfinished({ state }: RequestedExport): boolean {
  return state === 'WAITING' || state === 'RUNNING';
}

export function finishExport(before: RequestedExport, file: DocumentFile): RequestedExport {
  return { ...before, state: 'DONE', done: before.total, file, version: before.version + 1 };
}

/** Given up; `failureCode` tells why. */
export function failExport(before: RequestedExport, failureCode: string): RequestedExport {
  return { ...before, state: 'FAILED', failureCode, version: before.version + 1 };
}

/** How a document that the reader has in his reach goes into an export; null where it stays out. */
export function itemOf(document: ReadableDocument, { reader, onlyPublic }: Pick<RequestedExport, 'reader' | 'onlyPublic'>): ExportItem | null {
  if (onlyPublic && (document.accessLevel !== 'PUBLIC' || document.state === 'DRAFT' || isCertificate(document))) return null;
  return { documentId: document.id, withheld: withheld(onlyPublic ? { kind: 'nobody' } : reader, document) };
}

/** Whether the reader may still read all that he asked for with its content. One document less, and he has to ask again. */
export function stillReads(reader: Reader, process: ReadableProcess, documents: readonly Document[]): boolean {
  const reach = reachOf(reader, process);
  return documents.every((document) => reaches(reach, document) && withheld(reader, { ...document, process }) === null);
}
