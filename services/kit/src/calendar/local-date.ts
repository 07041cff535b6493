import { DateTime, IANAZone } from 'luxon';

/** A day of the civil calendar, `yyyy-MM-dd`, without time or zone; it sorts and compares as text. */
export type LocalDate = string;

/** Whether `name` is an IANA time zone that this machine knows, for example `America/Sao_Paulo`. */
export function isTimeZone(name: string): boolean {
  return IANAZone.isValidZone(name);
}

/** Reads `yyyy-MM-dd`; `undefined` for any other text and for days that do not exist. */
export function parseLocalDate(text: string): LocalDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  return DateTime.fromISO(text, { zone: 'utc' }).isValid ? text : undefined;
}

/** The day on the wall of `timeZone` at `instant`. */
export function localDate(instant: Date, timeZone: string): LocalDate {
  return inZone(instant, timeZone).toFormat('yyyy-MM-dd');
}

/** The first instant of a local day; not always midnight, because some days began at 01:00 (Brazil until 2018). */
export function startOfLocalDay(date: LocalDate, timeZone: string): Date {
  return day(date, timeZone).startOf('day').toJSDate();
}

/** The last millisecond of a local day: what is due on a day may be done until this instant, it included. */
export function endOfLocalDay(date: LocalDate, timeZone: string): Date {
  return new Date(startOfLocalDay(addDays(date, 1), timeZone).getTime() - 1);
}

/** The instant of a wall-clock time on a local day; a time the clock jumped over moves forward by the jump. */
export function atLocalTime(
  date: LocalDate,
  time: { hour: number; minute?: number },
  timeZone: string,
): Date {
  return day(date, timeZone).set({ hour: time.hour, minute: time.minute ?? 0 }).toJSDate();
}

/** `days` calendar days later, or earlier when negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return day(date, 'utc').plus({ days }).toFormat('yyyy-MM-dd');
}

/** How many calendar days lie from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round(day(to, 'utc').diff(day(from, 'utc'), 'days').days);
}

/** `dd/MM/yyyy`, as people in Brazil write a day. */
export function formatLocalDate(date: LocalDate): string {
  return day(date, 'utc').toFormat('dd/MM/yyyy');
}

/** `dd/MM/yyyy HH:mm` on the wall of `timeZone`. */
export function formatLocalDateTime(instant: Date, timeZone: string): string {
  return inZone(instant, timeZone).toFormat('dd/MM/yyyy HH:mm');
}

/** `07/04/2022 às 15:20:31` on the clocks of Brasília, where signatures and receipts are dated (SG-06, PT-02). */
export function inBrasilia(instant: Date): string {
  return inZone(instant, 'America/Sao_Paulo').toFormat("dd/MM/yyyy 'às' HH:mm:ss");
}

function inZone(instant: Date, timeZone: string): DateTime {
  return valid(DateTime.fromJSDate(instant, { zone: timeZone }));
}

function day(date: LocalDate, timeZone: string): DateTime {
  return valid(DateTime.fromISO(date, { zone: timeZone }));
}

function valid(moment: DateTime): DateTime {
  if (moment.isValid) return moment;
  throw new RangeError(moment.invalidExplanation ?? 'Not a valid date or time zone');
}
