import type { Document } from '../../domain/documents/document.ts';
import { contentOf } from '../../domain/documents/written-content.ts';
import type { Ports } from '../ports.ts';

/**
 * What somebody outside wrote is kept as its text too, like the documents of units: it is read and searched by it. The
 * texts are aligned with the documents, null for files.
 */
export async function keepContents(documents: readonly Document[], texts: readonly (string | null)[], { contents }: Pick<Ports, 'contents'>): Promise<void> {
  for (const [index, document] of documents.entries()) {
    const html = texts[index] ?? null;
    if (html !== null) await contents.add(contentOf(document, { html, at: document.createdAt, by: document.createdBy }));
  }
}
