import { pageRequest } from '@guiche/kit/use-case';
import type { Page, PageArguments } from '@guiche/kit/use-case';
import type { ReadEntry } from '../../domain/access/read-log.ts';
import { processErrors } from '../../domain/errors.ts';
import { defineQuery } from '../define.ts';

/** Who read personal data of a process, newest first (LW-03). */
export const listReadLog = defineQuery({
  action: 'read-log:list',
  async load({ input }: { input: PageArguments & { processId: string } }, { processes }) {
    const [process] = await processes.findMany([input.processId]);
    if (process === undefined) throw processErrors.PROCESS_NOT_FOUND();
    return process;
  },
  run: ({ input }, { readLog }): Promise<Page<ReadEntry>> => readLog.page(input.processId, pageRequest(input)),
});
