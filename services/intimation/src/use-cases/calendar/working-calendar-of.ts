import type { DayOff } from '../../domain/calendar/day-off.ts';
import { intimationErrors } from '../../domain/errors.ts';
import { holidaysOfYear } from '../../domain/calendar/holidays-of-year.ts';
import type { MunicipalCalendar } from '../../domain/calendar/municipal-calendar.ts';
import { defaultTimeZone } from '../../domain/calendar/municipality.ts';
import { workingCalendar } from '../../domain/calendar/working-calendar.ts';
import type { WorkingCalendar } from '../../domain/calendar/working-calendar.ts';
import type { CalendarPorts } from './ports.ts';

/** Business days of a city and one of its bodies (by acronym), with its settings. Load it once for many dates. */
export interface CityCalendar {
  readonly calendar: MunicipalCalendar;
  readonly working: WorkingCalendar;
}

/** Throws `CALENDAR_NOT_FOUND` while the city has none. */
export async function workingCalendarOf(
  municipalityId: string,
  body: string | null,
  ports: Pick<CalendarPorts, 'calendars' | 'holidays' | 'holidaysOf' | 'municipalities'>,
): Promise<CityCalendar> {
  const calendar = await ports.calendars.find(municipalityId);
  if (calendar === undefined) throw intimationErrors.CALENDAR_NOT_FOUND();
  const timeZone = await timeZoneOf(municipalityId, ports);
  const registered = await ports.holidays.ofMunicipalities([municipalityId]);
  const parts = { calendar, registered, fromSource: ports.holidaysOf };
  const holidaysOf = (year: number): DayOff[] =>
    holidaysOfYear(parts, year, body).map(({ date, kind, name, legalBasis }) => ({ date, kind, name, legalBasis }));
  return { calendar, working: workingCalendar({ timeZone, holidaysOf }) };
}

/** The zone that a city's days end in. */
export async function timeZoneOf(municipalityId: string, { municipalities }: Pick<CalendarPorts, 'municipalities'>): Promise<string> {
  return (await municipalities.find(municipalityId))?.timeZone ?? defaultTimeZone;
}
