import { endOfLocalDay } from '@guiche/kit/calendar';
import type { LocalDate } from '@guiche/kit/calendar';
import { dateOfDayNumber, dayNumberOf, weekdayOf } from './day-number.ts';
import type { DayOff } from './day-off.ts';

/** Which days are business days in a city, and for one of its bodies; what every deadline is counted by. */
export interface WorkingCalendar {
  /** IANA name; legal days end at 23:59:59 of it. */
  readonly timeZone: string;
  /** Why there is no business on a day; `undefined` on a business day. */
  dayOff(date: LocalDate): DayOff | undefined;
  /** The last millisecond of a day in the city, right through changes of summer time. */
  endOf(date: LocalDate): Date;
}

/**
 * Builds a calendar of `holidaysOf(year)`, asked once for each year that is needed. Saturdays and Sundays are days off
 * always, and named before a holiday that falls on them. A day is looked up in constant time.
 */
export function workingCalendar(
  { timeZone, holidaysOf }: { timeZone: string; holidaysOf(year: number): readonly DayOff[] },
): WorkingCalendar {
  const years = new Map<string, ReadonlyMap<LocalDate, DayOff>>();
  const ends = new Map<LocalDate, Date>();
  return {
    timeZone,
    dayOff(date) {
      const year = date.slice(0, 4);
      const known = years.get(year);
      if (known !== undefined) return known.get(date);
      const built = daysOffIn(Number(year), holidaysOf(Number(year)));
      years.set(year, built);
      return built.get(date);
    },
    endOf(date) {
      const end = ends.get(date) ?? endOfLocalDay(date, timeZone);
      ends.set(date, end);
      return new Date(end);
    },
  };
}

function daysOffIn(year: number, holidays: readonly DayOff[]): ReadonlyMap<LocalDate, DayOff> {
  const days = new Map<LocalDate, DayOff>();
  for (const holiday of holidays) if (!days.has(holiday.date)) days.set(holiday.date, holiday);
  const first = dayNumberOf(`${String(year)}-01-01`);
  const saturday = first + 6 - weekdayOf(first);
  // From the Saturday before, so that a year that begins on a Sunday has it.
  for (let number = saturday - 7; number <= first + 365; number += 7) {
    const [date, next] = [dateOfDayNumber(number), dateOfDayNumber(number + 1)];
    days.set(date, { date, kind: 'SATURDAY', name: 'Sábado', legalBasis: null });
    days.set(next, { date: next, kind: 'SUNDAY', name: 'Domingo', legalBasis: null });
  }
  return days;
}
