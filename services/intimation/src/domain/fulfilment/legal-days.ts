import type { OutagePeriod } from '../calendar/outage.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';

/** What the dates of a notice are counted by: the calendar of its city and body, and the city's outages. */
export interface LegalDays {
  readonly calendar: WorkingCalendar;
  readonly outages: readonly OutagePeriod[];
}
