import Holidays from 'date-holidays';
import type { Holiday } from '../../domain/calendar/municipal-calendar.ts';

const dayWithoutWork = 'public';
const books = new Map<string, Holidays>();

/** National and state holidays by the date-holidays library (whose data asks for attribution: README). */
export function holidayBook(source: string, year: number): readonly Holiday[] {
  const [, state] = source.split('-');
  const national = datesOf('BR', undefined, year);
  const all = state === undefined ? national : datesOf('BR', state, year);
  const isNational = new Set(national.map(({ date }) => date));
  return all.map((day) => ({ ...day, kind: isNational.has(day.date) ? 'NATIONAL' : 'STATE' }));
}

function datesOf(country: string, state: string | undefined, year: number): { date: string; name: string }[] {
  const key = `${country}-${state ?? ''}`;
  const book = books.get(key) ?? (state === undefined ? new Holidays(country) : new Holidays(country, state));
  books.set(key, book);
  return book
    .getHolidays(year, 'pt')
    .filter(({ type }) => type === dayWithoutWork)
    .map(({ date, name }) => ({ date: date.slice(0, 10), name }));
}
