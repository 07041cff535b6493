import { localDate } from '@guiche/kit/calendar';

/** The year in which a ticket is opened, where it is opened. */
export function ticketYear(openedAt: Date, timeZone: string): string {
  return localDate(openedAt, timeZone).slice(0, 4);
}

/** `2026-000123`. */
export function ticketNumber(year: string, sequence: number): string {
  return `${year}-${String(sequence).padStart(6, '0')}`;
}

/** What a search for a ticket means: a whole number, the sequence of any year, or nothing there is. */
export function parseTicketSearch(text: string): { number: string } | { sequence: number } | null {
  const [, year, digits] = /^\s*(?:(\d{4})\s*-\s*)?0*(\d{1,9})\s*$/.exec(text.slice(0, 40)) ?? [];
  if (digits === undefined) return null;
  return year === undefined ? { sequence: Number(digits) } : { number: ticketNumber(year, Number(digits)) };
}
