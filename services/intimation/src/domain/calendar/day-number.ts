import type { LocalDate } from '@guiche/kit/calendar';

/** Days since 1970-01-01: legal days are counted without clocks and zones, and 50,000 deadlines in one batch. */
export type DayNumber = number;

const dayMs = 86_400_000;

/** Throws `RangeError` for a day that does not exist. */
export function dayNumberOf(date: LocalDate): DayNumber {
  const number = Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / dayMs;
  if (Number.isNaN(number) || dateOfDayNumber(number) !== date) throw new RangeError(`Not a day: ${date}`);
  return number;
}

export function dateOfDayNumber(number: DayNumber): LocalDate {
  return new Date(number * dayMs).toISOString().slice(0, 10);
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(number: DayNumber): number {
  return (((number + 4) % 7) + 7) % 7;
}
