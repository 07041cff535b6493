import type { ContentProblem } from '../../domain/documents/content-problem.ts';
import { textOf } from '../../domain/documents/text-of.ts';
import { readHtml } from './read-html.ts';
import { writeHtml } from './write-html.ts';

export interface SanitisedContent {
  /** Canonical: sanitising it again gives the same text. Safe to show even when there are problems. */
  readonly html: string;
  /** For the search index. */
  readonly text: string;
  /** What could deceive or is over the limits; a document is made only when there is none. */
  readonly problems: readonly ContentProblem[];
}

/** Makes what an editor sent into content of a document; never throws, and says all that is wrong with it at once. */
export function sanitiseContent(html: string): SanitisedContent {
  const { content, problems } = readHtml(html);
  return { html: writeHtml(content), text: textOf(content), problems };
}

/** The words of canonical content. */
export function plainText(html: string): string {
  return textOf(readHtml(html).content);
}
