import type { Page, PageRequest } from '@guiche/kit/use-case';
import type { WrittenContent } from '../../domain/documents/written-content.ts';
import type { Document } from '../../domain/documents/document.ts';
import type { AccessLevel } from '../../domain/processes/access-level.ts';
import type { Reach } from '../../domain/processes/reading.ts';
import type { AskedPage } from '../signatures/ports.ts';
import type { DocumentFilter } from './document-search.ts';

/** What documents need, besides their files. */
export interface DocumentPorts {
  readonly documents: DocumentRepository;
  readonly contents: ContentRepository;
}

/** Every version of what was written; none is ever changed or removed. */
export interface ContentRepository {
  /** Throws `STALE_VERSION` when there is one of this version. */
  add(content: WrittenContent): Promise<void>;
  /** Of new documents, in one write. */
  addMany(contents: readonly WrittenContent[]): Promise<void>;
  /** The last version of each; nothing for what was not written in the editor. */
  currentOf(documentIds: readonly string[]): Promise<WrittenContent[]>;
  find(versions: readonly VersionOf[]): Promise<WrittenContent[]>;
  /** Newest first, without their text, in one query, aligned with the requests. */
  pagesOf(requests: readonly { documentId: string; page: PageRequest }[]): Promise<Page<ContentVersion>[]>;
}

export type VersionOf = Pick<WrittenContent, 'documentId' | 'version'>;

/** A version as a list shows it. */
export type ContentVersion = Omit<WrittenContent, 'html'>;

/** A page of one process within a reach, in the order of the tree unless told. */
export interface DocumentPage {
  readonly processId: string;
  readonly reach: Reach;
  readonly page: PageRequest;
  readonly filter?: DocumentFilter;
  readonly newestFirst?: boolean;
}

export interface DocumentRepository {
  insertMany(documents: readonly Document[]): Promise<void>;
  update(document: Document): Promise<void>;
  /** All in one write; throws `STALE_VERSION` when somebody was faster with one of them. */
  updateMany(documents: readonly Document[]): Promise<void>;
  idsSubmittedBy(processId: string, personId: string): Promise<string[]>;
  findMany(ids: readonly string[]): Promise<Document[]>;
  /** By a code that was printed for it, now or for former content. */
  findByVerificationCode(code: string): Promise<Document | undefined>;
  findByNumber(municipalityId: string, sequence: number): Promise<Document | undefined>;
  /** Documents that a signer is or was asked to sign, last asked first. */
  pageAsked(filter: AskedPage, page: PageRequest): Promise<Page<Document>>;
  /** A page for each process, in one query for each order asked for, aligned with the requests. */
  pagesOf(requests: readonly DocumentPage[]): Promise<Page<Document>[]>;
  count(processId: string, reach: Reach, filter?: DocumentFilter): Promise<number>;
  /** Locks what other units than this one have issued, signed or included (section 2, "receivedByOtherUnit"). */
  lockIssued(processId: string, receivingUnitId: string): Promise<void>;
  /** Unsigned documents of a process, of all units (PR-07). */
  countDrafts(processId: string): Promise<number>;
  /** The access levels of the documents of a process that are not cancelled, each once (PR-02). */
  levelsOf(processId: string): Promise<AccessLevel[]>;
}
