import { connectionOf } from '@guiche/kit/graphql';
import { pageRequest } from '@guiche/kit/use-case';
import type { QueryResolvers } from '../../../generated/graphql.ts';
import { listCalendarChanges } from '../../../use-cases/calendar/list-calendar-changes.ts';
import { listOutages } from '../../../use-cases/calendar/list-outages.ts';
import { previewOutage } from '../../../use-cases/calendar/preview-outage.ts';

/** Reads of outages and of a calendar's history. */
export const calendarQueries = {
  async outages(_parent, { municipalityId, ...paging }, { ask }) {
    return connectionOf(await ask(listOutages, { municipalityId, page: pageRequest(paging) }));
  },
  async previewOutage(_parent, input, { ask }) {
    const { moves, ...effect } = await ask(previewOutage, input);
    return { ...effect, moves: [...moves] };
  },
  async calendarChanges(_parent, { municipalityId, ...paging }, { ask }) {
    return connectionOf(await ask(listCalendarChanges, { municipalityId, page: pageRequest(paging) }));
  },
} satisfies QueryResolvers;
