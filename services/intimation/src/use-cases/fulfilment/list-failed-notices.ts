import type { PageRequest } from '@guiche/kit/use-case';
import { defineQuery } from '../define.ts';

/** What failed for good of a city's notices, for its administrators and operators. */
export const listFailedNotices = defineQuery({
  action: 'failed-notice:list',
  load: ({ input }: { input: { municipalityId: string; page: PageRequest } }) => input,
  run: ({ input }, { failedNotices }) => failedNotices.page(input.municipalityId, input.page),
});
