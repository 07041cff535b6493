import type { Fact } from '../fact.ts';

export type CalendarConfigured = Fact<
  'CalendarConfigured',
  'calendar',
  { readonly municipalityId: string; readonly tacitDays: number; readonly holidaysSource: string }
>;

export type HolidaysChanged = Fact<
  'HolidaysChanged',
  'calendar',
  { readonly municipalityId: string; readonly changeId: string; readonly fromDate: string; readonly body?: string }
>;

export type OutageRegistered = Fact<
  'OutageRegistered',
  'calendar',
  {
    readonly municipalityId: string;
    readonly outageId: string;
    readonly startsOn: string;
    readonly endsOn: string;
    readonly extendsDeadlines: boolean;
  }
>;

export type OutageWithdrawn = Fact<'OutageWithdrawn', 'calendar', { readonly municipalityId: string; readonly outageId: string }>;

/** What is said of calendars. */
export type CalendarEvent = CalendarConfigured | HolidaysChanged | OutageRegistered | OutageWithdrawn;
