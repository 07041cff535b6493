import type { Holiday, MunicipalCalendar } from '../../domain/calendar/municipal-calendar.ts';
import { holidaysOfYear } from '../../domain/calendar/municipal-calendar.ts';
import { defineQuery } from '../define.ts';

/** All holidays of a year, in order; a year never has more than a few dozen. */
export const listHolidays = defineQuery({
  action: 'calendar:read',
  load: ({ input }: { input: { calendar: MunicipalCalendar; year: number } }) => input.calendar,
  run: ({ input, resource }, { holidaysOf }): readonly Holiday[] => holidaysOfYear(resource, input.year, holidaysOf),
});
