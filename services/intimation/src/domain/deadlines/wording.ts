import { formatLocalDate } from '@guiche/kit/calendar';
import type { LocalDate } from '@guiche/kit/calendar';
import { dayNumberOf, weekdayOf } from '../calendar/day-number.ts';
import type { DeadlineAmount } from './deadline.ts';

const weekdays = ['domingo', 'segunda-feira', 'terça-feira', 'quarta-feira', 'quinta-feira', 'sexta-feira', 'sábado'];
const units: Readonly<Record<DeadlineAmount['unit'], readonly [one: string, many: string]>> = {
  CALENDAR_DAYS: ['dia corrido', 'dias corridos'],
  BUSINESS_DAYS: ['dia útil', 'dias úteis'],
  MONTHS: ['mês', 'meses'],
  YEARS: ['ano', 'anos'],
};

/** `18/03/2026 (quarta-feira)`. */
export function dayInWords(date: LocalDate): string {
  const weekday = weekdays[weekdayOf(dayNumberOf(date))] ?? '';
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)} (${weekday})`;
}

/** `10 dias úteis`. */
export function amountInWords({ unit, value }: DeadlineAmount): string {
  const [one, many] = units[unit];
  return `${String(value)} ${value === 1 ? one : many}`;
}

/** `26/03/2026 a 27/03/2026`, or one day alone. */
export function periodInWords(from: LocalDate, to: LocalDate): string {
  return from === to ? formatLocalDate(from) : `${formatLocalDate(from)} a ${formatLocalDate(to)}`;
}
