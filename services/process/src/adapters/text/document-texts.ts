import type { FileStore } from '@guiche/kit/files';
import type { DocumentTexts } from '../../use-cases/search/ports.ts';
import type { TextExtractor } from './create-text-extractor.ts';

/** The text of documents' PDFs; what is no PDF, or yields no text, is not searched by its content. */
export function documentTexts({ store, extractor }: { store: FileStore; extractor: TextExtractor }): DocumentTexts {
  return {
    async of({ file }) {
      if (file.mediaType !== 'application/pdf') return '';
      const extracted = await extractor.extract((await store.open(file.id)) as AsyncIterable<Uint8Array>);
      return extracted.kind === 'text' ? extracted.text : '';
    },
  };
}
