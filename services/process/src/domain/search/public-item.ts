import type { Document, DocumentFile } from '../documents/document.ts';
import type { Process } from '../processes/process.ts';
import { maskPersonalData } from './mask-personal-data.ts';
import { publicationOfDocument, publicationOfProcess, publishedAt } from './publication.ts';
import type { PublishedProcess } from './publication.ts';

/** A process as anybody may see it. */
export interface PublicProcess extends PublishedProcess {
  readonly kind: 'process';
  readonly withheld: boolean;
  readonly specification: string | null;
  readonly legalHypothesis: string | null;
}

/** A document as anybody may see it. `date` is held against the cut-off date. */
export interface PublicDocument {
  readonly kind: 'document';
  readonly document: Document;
  readonly process: Process;
  readonly withheld: boolean;
  readonly title: string | null;
  readonly file: DocumentFile | null;
  readonly date: Date;
  readonly legalHypothesis: string | null;
}

/** Undefined for what the public may not know of (PS-03). */
export function publicProcess(published: PublishedProcess): PublicProcess | undefined {
  const publication = publicationOfProcess(published);
  if (publication === 'NOTHING') return undefined;
  const withheld = publication !== 'CONTENT';
  const { process, annexedTo } = published;
  return {
    ...published,
    kind: 'process',
    withheld,
    specification: withheld ? null : maskPersonalData(process.specification),
    legalHypothesis: withheld ? (process.legalHypothesis ?? annexedTo?.legalHypothesis ?? null) : null,
  };
}

/** The same for a document; content of before `contentSince` is withheld (PS-02). */
export function publicDocument(document: Document, published: PublishedProcess, contentSince: Date | null): PublicDocument | undefined {
  const publication = publicationOfDocument(document, published);
  if (publication === 'NOTHING') return undefined;
  const date = publishedAt(document);
  const withheld = publication !== 'CONTENT' || (contentSince !== null && date < contentSince);
  return {
    kind: 'document',
    document,
    process: published.process,
    withheld,
    title: withheld ? null : maskPersonalData(document.title),
    file: withheld ? null : (document.signedFile ?? document.file),
    date,
    legalHypothesis: withheld ? (document.legalHypothesis ?? published.process.legalHypothesis) : null,
  };
}
