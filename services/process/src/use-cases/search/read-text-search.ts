import { withheld } from '../../domain/processes/withheld.ts';
import type { ReadableDocument } from '../../domain/processes/reading.ts';
import type { TextSearch } from '../../domain/search/text-search.ts';
import { readerOf } from '../../permissions/reader-of.ts';
import { defineQuery } from '../define.ts';

/** Which documents are searched by their words, in one query; null for what was not looked at yet, and for what is withheld. */
export const readTextSearch = defineQuery({
  action: 'document:read-contents',
  load: ({ input }: { input: readonly ReadableDocument[] }) => input,
  async run({ input, actor }, { searchIndex }): Promise<(TextSearch | null)[]> {
    const shown = input.filter((document) => withheld(readerOf(actor), document) === null);
    const sources = new Map((await searchIndex.sources(shown.map(({ id }) => id))).map((source) => [source.id, source]));
    return input.map(({ id, file }) => {
      const source = sources.get(id);
      return source?.facts === file.id ? (source.textSearch ?? null) : null;
    });
  },
});
