import type { Holiday } from '../../domain/calendar/holiday.ts';
import { holidaysOfYear } from '../../domain/calendar/holidays-of-year.ts';
import type { MunicipalCalendar } from '../../domain/calendar/municipal-calendar.ts';
import { defineQuery } from '../define.ts';
import type { HolidaysOfCity } from './read-registered-holidays.ts';

interface ListHolidays {
  readonly calendar: MunicipalCalendar;
  readonly ofCity: HolidaysOfCity | null;
  readonly year: number;
  readonly body: string | null;
}

/** All holidays of a year, in order; a year seldom has more than a few dozen. */
export const listHolidays = defineQuery({
  action: 'calendar:read',
  load: ({ input }: { input: ListHolidays }) => input.calendar,
  run: ({ input, resource }, { holidaysOf }): readonly Holiday[] =>
    holidaysOfYear({ calendar: resource, registered: input.ofCity?.holidays ?? [], fromSource: holidaysOf }, input.year, input.body),
});
