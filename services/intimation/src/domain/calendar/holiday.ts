import type { LocalDate } from '@guiche/kit/calendar';
import { daysFromEaster } from './easter.ts';
import type { HolidayKind } from './day-off.ts';

/** One day without work in a year. */
export interface Holiday {
  readonly date: LocalDate;
  readonly name: string;
  readonly kind: HolidayKind;
  /** The law or decree; null where no text is known. */
  readonly legalBasis: string | null;
  /** Acronym of the body it counts for; null for all of the city. */
  readonly body: string | null;
  /** Of the registered holiday it comes from; null for those of country, state and settings. */
  readonly registeredId: string | null;
}

/** When a holiday falls: once, every year on a day, or so many days after Easter; the latter from and to a year. */
export type HolidayRecurrence =
  | { readonly rule: 'ONCE'; readonly date: LocalDate }
  | { readonly rule: 'YEARLY'; readonly month: number; readonly day: number; readonly firstYear: number; readonly lastYear: number | null }
  | { readonly rule: 'EASTER'; readonly daysAfterEaster: number; readonly firstYear: number; readonly lastYear: number | null };

/** A holiday that an administrator put down, with the law or decree that made it. */
export interface RegisteredHoliday {
  readonly id: string;
  readonly municipalityId: string;
  readonly body: string | null;
  readonly kind: HolidayKind;
  readonly name: string;
  readonly legalBasis: string;
  readonly recurrence: HolidayRecurrence;
  readonly registeredAt: Date;
  /** Id of the member of the staff. */
  readonly registeredBy: string;
}

/** The day on which it falls in a year; `undefined` when it does not, such as 29 February in a common one. */
export function dayOf(recurrence: HolidayRecurrence, year: number): LocalDate | undefined {
  if (recurrence.rule === 'ONCE') return recurrence.date.startsWith(`${String(year)}-`) ? recurrence.date : undefined;
  if (year < recurrence.firstYear || (recurrence.lastYear !== null && year > recurrence.lastYear)) return undefined;
  if (recurrence.rule === 'EASTER') return daysFromEaster(year, recurrence.daysAfterEaster);
  return dayOfYear(year, recurrence.month, recurrence.day);
}

/** A day of a year by month and day; `undefined` for 29 February of a common year. */
export function dayOfYear(year: number, month: number, day: number): LocalDate | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : undefined;
}

/** The first day on which a holiday falls: no deadline that ends before it is touched. */
export function firstDayOf(recurrence: HolidayRecurrence): LocalDate | undefined {
  if (recurrence.rule === 'ONCE') return recurrence.date;
  const last = Math.min(recurrence.lastYear ?? Number.POSITIVE_INFINITY, recurrence.firstYear + 8);
  for (let year = recurrence.firstYear; year <= last; year += 1) {
    const date = dayOf(recurrence, year);
    if (date !== undefined) return date;
  }
  return undefined;
}

/** A registered holiday in a year. */
export function holidayIn(year: number, { id, body, kind, name, legalBasis, recurrence }: RegisteredHoliday): Holiday | undefined {
  const date = dayOf(recurrence, year);
  return date === undefined ? undefined : { date, name, kind, legalBasis, body, registeredId: id };
}
