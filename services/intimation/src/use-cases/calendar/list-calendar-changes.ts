import type { PageRequest } from '@guiche/kit/use-case';
import { defineQuery } from '../define.ts';

/** The history of a city's calendar, latest first. */
export const listCalendarChanges = defineQuery({
  action: 'calendar:read-history',
  load: ({ input }: { input: { municipalityId: string; page: PageRequest } }) => ({ municipalityId: input.municipalityId }),
  run: ({ input: { municipalityId, page } }, { calendarChanges }) => calendarChanges.page(municipalityId, page),
});
