import { reachOf } from '../../domain/processes/reading.ts';
import type { ReadableProcess } from '../../domain/processes/reading.ts';
import { readerOf } from '../../permissions.ts';
import { defineQuery } from '../define.ts';

/** How many documents of a process the actor may read. */
export const countDocuments = defineQuery({
  action: 'process:read-contents',
  load: ({ input }: { input: { process: ReadableProcess } }) => [input.process],
  run: ({ input: { process }, actor }, { documents }) => documents.count(process.id, reachOf(readerOf(actor), process)),
});
