import type { LegalDays } from '../../domain/fulfilment/legal-days.ts';
import type { Notice } from '../../domain/issuing/notice.ts';
import type { CalendarPorts } from '../calendar/ports.ts';
import { workingCalendarOf } from '../calendar/working-calendar-of.ts';

/** What the dates of a city's notices are counted by; no outage before `from` can touch them. */
export async function legalDaysOf(
  { municipalityId, body }: Pick<Notice, 'municipalityId' | 'body'>,
  from: Date,
  ports: Pick<CalendarPorts, 'calendars' | 'holidays' | 'holidaysOf' | 'municipalities' | 'outages'>,
): Promise<LegalDays> {
  const { working } = await workingCalendarOf(municipalityId, body, ports);
  const dayBefore = new Date(from.getTime() - 86_400_000).toISOString().slice(0, 10);
  return { calendar: working, outages: await ports.outages.extendingFrom(municipalityId, dayBefore) };
}
