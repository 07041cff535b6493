import type { FileStore } from '@guiche/kit/files';
import { textOf } from '../../domain/documents/text-of.ts';
import type { TextSearch } from '../../domain/search/text-search.ts';
import type { ContentRepository } from '../../use-cases/documents/ports.ts';
import type { DocumentTexts } from '../../use-cases/search/ports.ts';
import { readHtml } from '../content/read-html.ts';
import type { TextExtractor, UnsearchableReason } from './create-text-extractor.ts';

/** The text of what was written in the editor, and of PDFs; what is neither, or yields no text, is not searched by its content. */
export function documentTexts(options: { store: FileStore; extractor: TextExtractor; contents: Pick<ContentRepository, 'currentOf'> }): DocumentTexts {
  const { store, extractor, contents } = options;
  return {
    async of({ id, file }) {
      const [written] = await contents.currentOf([id]);
      if (written !== undefined) return { text: textOf(readHtml(written.html).content), search: 'SEARCHABLE' };
      if (file.mediaType !== 'application/pdf') return { text: '', search: 'NO_TEXT' };
      const extracted = await extractor.extract((await store.open(file.id)) as AsyncIterable<Uint8Array>);
      return extracted.kind === 'text' ? { text: extracted.text, search: 'SEARCHABLE' } : { text: '', search: lacks[extracted.reason] };
    },
  };
}

const lacks: Readonly<Record<UnsearchableReason, TextSearch>> = {
  empty: 'NO_TEXT',
  encrypted: 'PROTECTED',
  broken: 'BROKEN',
  timeout: 'TOO_COMPLEX',
  memory: 'TOO_COMPLEX',
};
