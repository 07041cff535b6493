import type { LocalDate } from '@guiche/kit/calendar';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { countDeadline } from './count-deadline.ts';
import type { Deadline, DeadlineAmount } from './deadline.ts';
import { responseRules } from './rules.ts';

/** Until when a response may come, before any outage extends it (IN-17). `fulfilledOn` is the legal date of fulfilment. */
export function responseDeadline(fulfilledOn: LocalDate, amount: DeadlineAmount, calendar: WorkingCalendar): Deadline {
  return countDeadline({ on: fulfilledOn, name: 'do cumprimento' }, amount, responseRules[amount.unit], calendar);
}
