import { reachOf } from '../../domain/processes/reading.ts';
import type { ReadableProcess } from '../../domain/processes/reading.ts';
import { readerOf } from '../../permissions/reader-of.ts';
import { documentFilterOf } from './document-search.ts';
import type { DocumentSearch } from './document-search.ts';
import { defineQuery } from '../define.ts';

/** How many documents of a process the actor may read. */
export const countDocuments = defineQuery({
  action: 'process:read-contents',
  load: ({ input }: { input: DocumentSearch & { process: ReadableProcess } }) => [input.process],
  run: ({ input: { process, ...search }, actor }, { documents }) =>
    documents.count(process.id, reachOf(readerOf(actor), process), documentFilterOf(search)),
});
