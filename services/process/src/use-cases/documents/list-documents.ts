import { mapPage } from '@guiche/kit/use-case';
import type { Page, PageRequest } from '@guiche/kit/use-case';
import { reachOf } from '../../domain/processes/reading.ts';
import type { ReadableDocument, ReadableProcess } from '../../domain/processes/reading.ts';
import { readerOf } from '../../permissions/reader-of.ts';
import { documentFilterOf } from './document-search.ts';
import type { DocumentSearch } from './document-search.ts';
import { defineQuery } from '../define.ts';

export interface ContentsRequest {
  readonly process: ReadableProcess;
  readonly page: PageRequest;
}

export interface DocumentsRequest extends ContentsRequest, DocumentSearch {}

/** A page of the documents of each process that the actor may read, in one query for all processes. */
export const listDocuments = defineQuery({
  action: 'process:read-contents',
  load: ({ input }: { input: readonly DocumentsRequest[] }) => input.map(({ process }) => process),
  async run({ input, actor }, { documents }): Promise<Page<ReadableDocument>[]> {
    const reader = readerOf(actor);
    const requests = input.map(({ process, page, ...search }) => ({
      processId: process.id, reach: reachOf(reader, process), page, filter: documentFilterOf(search), newestFirst: search.newestFirst ?? false,
    }));
    const pages = await documents.pagesOf(requests);
    return input.flatMap(({ process }, index) => {
      const page = pages[index];
      return page === undefined ? [] : [mapPage(page, (document) => ({ ...document, process }))];
    });
  },
});
