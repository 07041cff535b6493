import { addDays, endOfLocalDay, localDate } from '@guiche/kit/calendar';

/** Days a requester has to object to a solution, 0 to 365; null means for ever (TK-05). */
export interface TicketSettings {
  municipalityId: string;
  autoCloseDays: number | null;
}

export const defaultAutoCloseDays = 7;

/** When a ticket solved now is closed by itself: `at-once`, at the end of a local day, or never. */
export function autoCloseOf({ autoCloseDays }: TicketSettings, solvedAt: Date, timeZone: string): Date | 'at-once' | 'never' {
  if (autoCloseDays === null) return 'never';
  if (autoCloseDays === 0) return 'at-once';
  return endOfLocalDay(addDays(localDate(solvedAt, timeZone), autoCloseDays), timeZone);
}
