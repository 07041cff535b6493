import type { Author, Document } from './document.ts';

/** One version of what was written in the editor, kept for ever. `version` is that of the document it made. */
export interface WrittenContent {
  readonly documentId: string;
  readonly processId: string;
  readonly municipalityId: string;
  readonly version: number;
  /** Canonical content. */
  readonly html: string;
  readonly at: Date;
  readonly by: Author;
}

/** What a document says as of this version of it. */
export function contentOf(document: Document, { html, at, by }: Pick<WrittenContent, 'html' | 'at' | 'by'>): WrittenContent {
  const { id: documentId, processId, municipalityId, version } = document;
  return { documentId, processId, municipalityId, version, html, at, by };
}
