import { mapPage } from '@guiche/kit/use-case';
import { movementSeenBy } from '../../domain/processes/movement-reading.ts';
import { readerOf } from '../../permissions/reader-of.ts';
import { defineQuery } from '../define.ts';
import type { ContentsRequest } from '../documents/list-documents.ts';

/** A page of the history of each process as the caller may read it, in one query for all processes. */
export const listMovements = defineQuery({
  action: 'process:read-contents',
  load: ({ input }: { input: readonly ContentsRequest[] }) => input.map(({ process }) => process),
  async run({ input, actor, resource: processes }, { movements }) {
    const pages = await movements.pagesOf(input.map(({ process, page }) => ({ processId: process.id, page })));
    const reader = readerOf(actor);
    return pages.map((page, index) => {
      const process = processes[index];
      return process === undefined ? page : mapPage(page, (movement) => movementSeenBy(reader, process, movement));
    });
  },
});
