import type { LocalDate } from '@guiche/kit/calendar';

/** Days since 1970-01-01: legal days are counted without clocks and zones, and 50,000 deadlines in one batch. */
export type DayNumber = number;

const dayMs = 86_400_000;

/** Throws `RangeError` for a day that does not exist. */
export function dayNumberOf(date: LocalDate): DayNumber {
  const day = Number(date.slice(8, 10));
  const at = new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, day));
  if (date.length !== 10 || at.getUTCDate() !== day) throw new RangeError(`Not a day: ${date}`);
  return at.getTime() / dayMs;
}

export function dateOfDayNumber(number: DayNumber): LocalDate {
  const at = new Date(number * dayMs);
  return `${String(at.getUTCFullYear())}-${twoDigits(at.getUTCMonth() + 1)}-${twoDigits(at.getUTCDate())}`;
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(number: DayNumber): number {
  return (((number + 4) % 7) + 7) % 7;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${String(number)}` : String(number);
}
