import type { SubgraphContext } from '@guiche/kit/graphql';
import DataLoader from 'dataloader';
import type { ReadableDocument } from '../../../domain/processes/reading.ts';
import type { TextSearch } from '../../../domain/search/text-search.ts';
import type { Resources } from '../../../permissions.ts';
import type { Ports } from '../../../use-cases/ports.ts';
import { readTextSearch } from '../../../use-cases/search/read-text-search.ts';

/** Whether documents are searched by their words, batched over all documents of a request. */
export interface TextSearchLoader {
  textSearchOf(document: ReadableDocument): Promise<TextSearch | null>;
}

export function textSearchLoader({ ask }: Pick<SubgraphContext<Resources, Ports>, 'ask'>): TextSearchLoader {
  const loader = new DataLoader<ReadableDocument, TextSearch | null>((documents) => ask(readTextSearch, documents), { cache: false });
  return { textSearchOf: (document) => loader.load(document) };
}

export const textSearches: Readonly<Record<TextSearch, string>> = {
  SEARCHABLE: 'Texto pesquisável',
  NO_TEXT: 'Sem texto para pesquisar (imagem)',
  PROTECTED: 'Texto não pesquisável: arquivo protegido',
  BROKEN: 'Texto não pesquisável: arquivo danificado',
  TOO_COMPLEX: 'Texto não pesquisável: arquivo complexo demais',
};
