import type { LocalDate } from '@guiche/kit/calendar';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { countDeadline } from './count-deadline.ts';
import type { Deadline } from './deadline.ts';
import { tacitRule } from './rules.ts';

/** When an intimation that nobody consulted counts as fulfilled: at the end of this date (IN-11). Outages do not move it. */
export function tacitDeadline(issuedOn: LocalDate, days: number, calendar: WorkingCalendar): Deadline {
  return countDeadline({ on: issuedOn, name: 'da expedição' }, { unit: 'CALENDAR_DAYS', value: days }, tacitRule, calendar);
}
