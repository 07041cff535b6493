import Holidays from 'date-holidays';
import type { Holiday } from '../../domain/calendar/holiday.ts';
import { nationalLaws } from './national-laws.ts';

const dayWithoutWork = 'public';
const books = new Map<string, Holidays>();
const years = new Map<string, readonly Holiday[]>();

/**
 * National and state holidays by the date-holidays library (whose data asks for attribution: README), in order. Each year
 * is worked out once: there are few of them, and every deadline asks.
 */
export function holidayBook(source: string, year: number): readonly Holiday[] {
  const key = `${source} ${String(year)}`;
  const known = years.get(key);
  if (known !== undefined) return known;
  const worked = holidaysIn(source, year);
  years.set(key, worked);
  return worked;
}

function holidaysIn(source: string, year: number): readonly Holiday[] {
  const [, state] = source.split('-');
  const national = datesOf('BR', undefined, year);
  const isNational = new Set(national.map(({ date }) => date));
  // The library's states replace rules of the country: that of SP, where 20 November was its own until 2023, has none since.
  const ofState = state === undefined ? [] : datesOf('BR', state, year).filter(({ date }) => !isNational.has(date));
  return [
    ...national.map(({ date, name, rule }): Holiday => ({ date, name, kind: 'NATIONAL', legalBasis: nationalLaws.get(rule) ?? null, ...ofAll })),
    ...ofState.map(({ date, name }): Holiday => ({ date, name, kind: 'STATE', legalBasis: null, ...ofAll })),
  ].sort((left, right) => left.date.localeCompare(right.date));
}

const ofAll = { body: null, registeredId: null };

function datesOf(country: string, state: string | undefined, year: number): { date: string; name: string; rule: string }[] {
  const key = `${country}-${state ?? ''}`;
  const book = books.get(key) ?? (state === undefined ? new Holidays(country) : new Holidays(country, state));
  books.set(key, book);
  return book
    .getHolidays(year, 'pt')
    .filter(({ type }) => type === dayWithoutWork)
    .map(({ date, name, rule }) => ({ date: date.slice(0, 10), name, rule }));
}
