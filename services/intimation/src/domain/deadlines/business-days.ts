import type { LocalDate } from '@guiche/kit/calendar';
import { dateOfDayNumber, dayNumberOf } from '../calendar/day-number.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { DayInTheWay } from './deadline.ts';

/** Where a walk along the calendar ended, and the days off it passed. */
export interface Walk {
  readonly date: LocalDate;
  readonly daysInTheWay: readonly DayInTheWay[];
}

/** The first business day on or after a day. */
export function businessDayFrom(date: LocalDate, calendar: WorkingCalendar): Walk {
  return walk(dayNumberOf(date), 1, calendar);
}

/** The nth business day after a day, n from 1. */
export function businessDayAfter(date: LocalDate, calendar: WorkingCalendar, nth = 1): Walk {
  return walk(dayNumberOf(date) + 1, nth, calendar);
}

function walk(first: number, businessDays: number, calendar: WorkingCalendar): Walk {
  const daysInTheWay: DayInTheWay[] = [];
  let left = businessDays;
  for (let number = first; ; number += 1) {
    const date = dateOfDayNumber(number);
    const dayOff = calendar.dayOff(date);
    if (dayOff !== undefined) daysInTheWay.push({ ...dayOff, outage: null });
    else left -= 1;
    if (left === 0) return { date, daysInTheWay };
  }
}
