import type { Page, PageRequest } from '@guiche/kit/use-case';
import type { WrittenContent } from '../../domain/documents/written-content.ts';
import { seesVersions, withheld } from '../../domain/processes/withheld.ts';
import type { ReadableDocument } from '../../domain/processes/reading.ts';
import { readerOf } from '../../permissions/reader-of.ts';
import { defineQuery } from '../define.ts';
import type { ContentVersion } from './ports.ts';

export interface VersionsRequest {
  readonly document: ReadableDocument;
  readonly page: PageRequest;
}

/** A version with the document that it is judged on. */
export interface VersionOfDocument extends ContentVersion {
  readonly document: ReadableDocument;
}

/** What documents of the editor say now, in one query; null for files and for what is withheld. */
export const readContents = defineQuery({
  action: 'document:read-contents',
  load: ({ input }: { input: readonly ReadableDocument[] }) => input,
  async run({ input, actor }, { contents }): Promise<(string | null)[]> {
    const shown = input.filter((document) => withheld(readerOf(actor), document) === null);
    const found = new Map((await contents.currentOf(shown.map(({ id }) => id))).map((content) => [content.documentId, content.html]));
    return input.map(({ id }) => found.get(id) ?? null);
  },
});

/** Former versions, for the staff of the unit that wrote the document; null for everybody else. */
export const listVersions = defineQuery({
  action: 'document:read-contents',
  load: ({ input }: { input: readonly VersionsRequest[] }) => input.map(({ document }) => document),
  async run({ input, actor }, { contents }): Promise<(Page<VersionOfDocument> | null)[]> {
    const shown = input.filter(({ document }) => seesVersions(readerOf(actor), document));
    const pages = await contents.pagesOf(shown.map(({ document: { id }, page }) => ({ documentId: id, page })));
    return input.map((request) => {
      const page = pages[shown.indexOf(request)];
      return page === undefined ? null : { ...page, items: page.items.map((version) => ({ ...version, document: request.document })) };
    });
  },
});

/** The text of versions, for who is shown that they exist. */
export const readVersions = defineQuery({
  action: 'document:read-contents',
  load: ({ input }: { input: readonly VersionOfDocument[] }) => input.map(({ document }) => document),
  async run({ input, actor }, { contents }): Promise<WrittenContent['html'][]> {
    const shown = input.filter(({ document }) => seesVersions(readerOf(actor), document));
    const found = await contents.find(shown);
    return input.map(({ documentId, version }) => found.find((content) => content.documentId === documentId && content.version === version)?.html ?? '');
  },
});
