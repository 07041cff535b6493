import type { FieldProblem } from '@guiche/kit/errors';
import { isWithin, outOfRange } from '../calendar/field-problems.ts';
import type { DeadlineAmount } from './deadline.ts';

const most: Readonly<Record<DeadlineAmount['unit'], number>> = { CALENDAR_DAYS: 1_000, BUSINESS_DAYS: 500, MONTHS: 120, YEARS: 10 };

/** What is wrong with how long somebody has to respond (IN-03); there must be one. */
export function amountProblems(path: string, amount: DeadlineAmount | null): FieldProblem[] {
  if (amount === null) return [{ path, code: 'REQUIRED', message: { pt: 'Informe o prazo.', en: 'Give the deadline.' } }];
  return isWithin(amount.value, 1, most[amount.unit]) ? [] : [outOfRange(`${path}.value`, 1, most[amount.unit])];
}

/** What is wrong with a tacit deadline (IN-10): days in a row, or null for what the city has set. */
export function tacitAmountProblems(path: string, amount: DeadlineAmount | null): FieldProblem[] {
  if (amount === null) return [];
  const message = { pt: 'O prazo tácito é contado em dias corridos.', en: 'A tacit deadline is counted in days in a row.' };
  return [
    ...(amount.unit === 'CALENDAR_DAYS' ? [] : [{ path: `${path}.unit`, code: 'NOT_ALLOWED', message }]),
    ...(isWithin(amount.value, 1, 60) ? [] : [outOfRange(`${path}.value`, 1, 60)]),
  ];
}
