import { localDate } from '@guiche/kit/calendar';
import type { Principal } from '@guiche/kit/auth';
import type { AuditFact } from '@guiche/kit/use-case';
import type { Act, CalendarChange, Recomputation } from '../../domain/calendar/calendar-change.ts';
import type { MunicipalCalendar } from '../../domain/calendar/municipal-calendar.ts';
import { intimationErrors } from '../../domain/errors.ts';
import type { CalendarPorts } from './ports.ts';
import { timeZoneOf } from './working-calendar-of.ts';

interface ActAndZone extends Act {
  readonly timeZone: string;
}

/** Who changes a calendar, when, and what day that is in the city. */
export async function actOn(
  municipalityId: string,
  { actor, now, newId }: { actor: Principal; now: Date; newId: () => string },
  ports: Pick<CalendarPorts, 'municipalities'>,
): Promise<ActAndZone> {
  if (actor.kind !== 'staff') throw new Error(`A ${actor.kind} does not change calendars`);
  const timeZone = await timeZoneOf(municipalityId, ports);
  return { changeId: newId(), now, today: localDate(now, timeZone), by: actor.staffId, timeZone };
}

/** Throws `CALENDAR_NOT_FOUND` while the city has none. */
export async function configuredCalendar(municipalityId: string, { calendars }: Pick<CalendarPorts, 'calendars'>): Promise<MunicipalCalendar> {
  const calendar = await calendars.find(municipalityId);
  if (calendar === undefined) throw intimationErrors.CALENDAR_NOT_FOUND();
  return calendar;
}

/**
 * Keeps the new version, its entry in the history and what it asks to be counted anew, all in one transaction. Two
 * changes of a city at once meet in the calendar's row, so that none decides on what the other has just changed.
 */
export async function keepChange(
  decision: { readonly calendar: MunicipalCalendar; readonly change: CalendarChange; readonly recomputation: Recomputation | undefined },
  ports: Pick<CalendarPorts, 'calendars' | 'calendarChanges' | 'recomputations'>,
): Promise<void> {
  await ports.calendars.save(decision.calendar);
  await ports.calendarChanges.append(decision.change);
  if (decision.recomputation !== undefined) await ports.recomputations.insert(decision.recomputation);
}

/** The audit entry of a change. */
export function auditOf(municipalityId: string, before: object | null, after: object | null): AuditFact {
  return { entity: { type: 'calendar', id: municipalityId }, municipalityId, before, after };
}
