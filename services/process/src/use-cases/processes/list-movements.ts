import { defineQuery } from '../define.ts';
import type { ContentsRequest } from '../documents/list-documents.ts';

/** A page of the history of each process, in one query for all processes. */
export const listMovements = defineQuery({
  action: 'process:read-contents',
  load: ({ input }: { input: readonly ContentsRequest[] }) => input.map(({ process }) => process),
  run: ({ input }, { movements }) => movements.pagesOf(input.map(({ process, page }) => ({ processId: process.id, page }))),
});
