import type { Page, PageRequest } from '@guiche/kit/use-case';
import type { WrittenContent } from '../../domain/documents/written-content.ts';

/** What documents of the editor need. */
export interface DocumentPorts {
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
