import { addDays, atLocalTime, startOfLocalDay } from '@guiche/kit/calendar';
import type { LocalDate } from '@guiche/kit/calendar';

/** One reminder (reiteração) of an unanswered intimation. */
export interface ReminderInstant {
  readonly daysBefore: number;
  readonly at: Date;
}

const daysBefore = [5, 1];

/** When to remind of a response due on `dueOn`: at 07:00 in the city, 5 days and 1 day before (IN-19), earliest first. */
export function reminderInstants(dueOn: LocalDate, timeZone: string): readonly ReminderInstant[] {
  return daysBefore.map((days) => ({ daysBefore: days, at: atLocalTime(addDays(dueOn, -days), { hour: 7 }, timeZone) }));
}

/** When a response due on `dueOn` is overdue: 00:00 in the city on the day after (IN-21). */
export function overdueInstant(dueOn: LocalDate, timeZone: string): Date {
  return startOfLocalDay(addDays(dueOn, 1), timeZone);
}
