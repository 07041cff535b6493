import { defineEntityQuery } from '../define.ts';

/** Calendars by municipality. */
export const readCalendars = defineEntityQuery({
  action: 'calendar:read',
  loadMany: (municipalityIds, { calendars }) => calendars.findMany(municipalityIds),
  idOf: (calendar) => calendar.municipalityId,
});
