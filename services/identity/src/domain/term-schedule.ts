import { addDays, atLocalTime } from '@guiche/kit/calendar';
import type { Release } from './accreditation.ts';

/** Days before the last one on which the owner of an unsigned term is reminded, at 9 h local time. */
export const reminderDays = [10, 5, 1] as const;

/** Reminders that still lie ahead of `at`. */
export function remindersOf(release: Release, at: Date, timeZone: string): { daysLeft: number; dueAt: Date }[] {
  return reminderDays
    .map((daysLeft) => ({ daysLeft, dueAt: atLocalTime(addDays(release.termDueOn, -daysLeft), { hour: 9 }, timeZone) }))
    .filter(({ dueAt }) => dueAt > at);
}

/** The first instant at which the term is overdue: the start of the next local day (domain.md 1.15, trap 9). */
export function overdueFrom(release: Release): Date {
  return new Date(release.termDueAt.getTime() + 1);
}
