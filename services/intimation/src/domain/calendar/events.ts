import type { Fact } from '../fact.ts';

export type CalendarConfigured = Fact<
  'CalendarConfigured',
  'calendar',
  { readonly municipalityId: string; readonly tacitDays: number; readonly holidaysSource: string }
>;

/** What is said of calendars. */
export type CalendarEvent = CalendarConfigured;
