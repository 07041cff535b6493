import { calendarErrors } from './errors.ts';
import { dayOfYear, holidayIn } from './holiday.ts';
import type { Holiday, RegisteredHoliday } from './holiday.ts';
import type { MunicipalCalendar } from './municipal-calendar.ts';

/** Holidays of country and state by their source, `BR` or `BR-UF`. */
export type HolidaySource = (source: string, year: number) => readonly Holiday[];

/** What a calendar's holidays are made of. */
export interface CalendarParts {
  readonly calendar: Pick<MunicipalCalendar, 'holidaysSource' | 'municipalHolidays'>;
  readonly registered: readonly RegisteredHoliday[];
  readonly fromSource: HolidaySource;
}

/**
 * All holidays of a year in order: those of country and state as the source knows them, those of the settings, and
 * the registered ones; of a body only where it is asked for. Throws `YEAR_OUT_OF_RANGE`.
 */
export function holidaysOfYear({ calendar, registered, fromSource }: CalendarParts, year: number, body: string | null): readonly Holiday[] {
  if (!Number.isInteger(year) || year < 1990 || year > 2100) throw calendarErrors.YEAR_OUT_OF_RANGE();
  const own = calendar.municipalHolidays.map(({ month, day, name, legalBasis }): Holiday | undefined => {
    const date = dayOfYear(year, month, day);
    return date === undefined ? undefined : { date, name, legalBasis, kind: 'MUNICIPAL', body: null, registeredId: null };
  });
  const later = registered.filter((holiday) => holiday.body === null || holiday.body === body).map((holiday) => holidayIn(year, holiday));
  return [...fromSource(calendar.holidaysSource, year), ...own, ...later]
    .filter((holiday) => holiday !== undefined)
    .sort((left, right) => left.date.localeCompare(right.date));
}
