import type { FileStore } from '@guiche/kit/files';
import { textOf } from '../../domain/documents/text-of.ts';
import type { ContentRepository } from '../../use-cases/documents/ports.ts';
import type { DocumentTexts } from '../../use-cases/search/ports.ts';
import { readHtml } from '../content/read-html.ts';
import type { TextExtractor } from './create-text-extractor.ts';

/** The text of what was written in the editor, and of PDFs; what is neither, or yields no text, is not searched by its content. */
export function documentTexts(options: { store: FileStore; extractor: TextExtractor; contents: Pick<ContentRepository, 'currentOf'> }): DocumentTexts {
  const { store, extractor, contents } = options;
  return {
    async of({ id, file }) {
      const [written] = await contents.currentOf([id]);
      if (written !== undefined) return textOf(readHtml(written.html).content);
      if (file.mediaType !== 'application/pdf') return '';
      const extracted = await extractor.extract((await store.open(file.id)) as AsyncIterable<Uint8Array>);
      return extracted.kind === 'text' ? extracted.text : '';
    },
  };
}
