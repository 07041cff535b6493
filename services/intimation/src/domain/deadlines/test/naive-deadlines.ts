import type { LocalDate } from '@guiche/kit/calendar';

// A second, slow way to the same dates, to test the first one with: one day after the other, by Date alone, nothing
// shared with the code it checks. Holidays are dates; Saturdays and Sundays it knows itself.

/** Holidays by date. */
export type NaiveHolidays = ReadonlySet<LocalDate>;

export interface NaiveOutage {
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
}

/** IN-11. */
export function naiveTacitDate(issuedOn: LocalDate, days: number, holidays: NaiveHolidays): LocalDate {
  return naiveCalendarDays(issuedOn, days, holidays);
}

/** IN-13. */
export function naiveFulfilmentDate(consultedOn: LocalDate, holidays: NaiveHolidays): LocalDate {
  return firstBusinessDay(consultedOn, holidays);
}

/** IN-17. */
export function naiveResponseDate(
  fulfilledOn: LocalDate,
  amount: { readonly unit: 'CALENDAR_DAYS' | 'BUSINESS_DAYS' | 'MONTHS' | 'YEARS'; readonly value: number },
  holidays: NaiveHolidays,
): LocalDate {
  if (amount.unit === 'CALENDAR_DAYS') return naiveCalendarDays(fulfilledOn, amount.value, holidays);
  if (amount.unit === 'BUSINESS_DAYS') {
    let day = fulfilledOn;
    for (let counted = 0; counted < amount.value; counted += 1) day = firstBusinessDay(tomorrow(day), holidays);
    return day;
  }
  const start = firstBusinessDay(tomorrow(fulfilledOn), holidays);
  const months = amount.unit === 'YEARS' ? amount.value * 12 : amount.value;
  return firstBusinessDay(sameDayMonthsLater(start, months), holidays);
}

/** IN-20. */
export function naiveExtendedDate(dueOn: LocalDate, outages: readonly NaiveOutage[], holidays: NaiveHolidays): LocalDate {
  let day = dueOn;
  // A day is good when no outage touches it and it is a business day.
  while (outages.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn)) {
    while (outages.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn)) day = tomorrow(day);
    day = firstBusinessDay(day, holidays);
  }
  return day;
}

/** The last millisecond of a local day, found by looking at a clock of the zone minute by minute. */
export function naiveEndOf(date: LocalDate, timeZone: string): Date {
  const clock = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const minute = 60_000;
  let last = Number.NaN;
  const noon = Date.parse(`${date}T12:00:00Z`);
  for (let at = noon - 30 * 60 * minute; at <= noon + 30 * 60 * minute; at += minute) if (clock.format(at) === date) last = at;
  return new Date(last + minute - 1);
}

function naiveCalendarDays(actOn: LocalDate, days: number, holidays: NaiveHolidays): LocalDate {
  let day = firstBusinessDay(tomorrow(actOn), holidays);
  for (let counted = 1; counted < days; counted += 1) day = tomorrow(day);
  return firstBusinessDay(day, holidays);
}

function firstBusinessDay(from: LocalDate, holidays: NaiveHolidays): LocalDate {
  let day = from;
  while (isWeekend(day) || holidays.has(day)) day = tomorrow(day);
  return day;
}

/** Walks through the months; stops at the same day of the last one, or where that month ends. */
function sameDayMonthsLater(from: LocalDate, months: number): LocalDate {
  let day = from;
  for (let left = months; left > 0; ) {
    day = tomorrow(day);
    if (day.endsWith('-01')) left -= 1;
  }
  while (day.slice(8) !== from.slice(8) && !tomorrow(day).endsWith('-01')) day = tomorrow(day);
  return day;
}

// What the Date object said of a day once is remembered: it is asked for the same days a million times.
const weekends = new Map<LocalDate, boolean>();
const tomorrows = new Map<LocalDate, LocalDate>();

function isWeekend(date: LocalDate): boolean {
  const known = weekends.get(date);
  if (known !== undefined) return known;
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  weekends.set(date, weekday === 0 || weekday === 6);
  return weekday === 0 || weekday === 6;
}

function tomorrow(date: LocalDate): LocalDate {
  const answer = tomorrows.get(date) ?? new Date(Date.parse(`${date}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  tomorrows.set(date, answer);
  return answer;
}
