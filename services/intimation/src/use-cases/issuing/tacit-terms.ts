import { tacitDaysFor } from '../../domain/calendar/municipal-calendar.ts';
import type { WorkingCalendar } from '../../domain/calendar/working-calendar.ts';
import { workingCalendarOf } from '../calendar/working-calendar-of.ts';
import type { CalendarPorts } from '../calendar/ports.ts';

/** What the tacit date of an act issued now is counted by. */
export interface TacitTerms {
  readonly tacitDays: number;
  readonly calendar: WorkingCalendar;
}

/**
 * Days and calendar as they are now: of the city, of the body that issues, and of the process's type where the city
 * set days of its own for it (IN-10). Throws `CALENDAR_NOT_FOUND` while the city has no calendar.
 */
export async function tacitTerms(
  of: { readonly municipalityId: string; readonly body: string | null; readonly processTypeKey: string | null },
  ports: Pick<CalendarPorts, 'calendars' | 'holidays' | 'holidaysOf' | 'municipalities'>,
): Promise<TacitTerms> {
  const { calendar, working } = await workingCalendarOf(of.municipalityId, of.body, ports);
  return { tacitDays: tacitDaysFor(calendar, of.processTypeKey), calendar: working };
}
