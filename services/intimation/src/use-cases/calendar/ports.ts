import type { Holiday, MunicipalCalendar } from '../../domain/calendar/municipal-calendar.ts';

export interface CalendarRepository {
  find(municipalityId: string): Promise<MunicipalCalendar | undefined>;
  findMany(municipalityIds: readonly string[]): Promise<readonly MunicipalCalendar[]>;
  /** Writes on top of the version before this one; throws `STALE_VERSION` when it is no longer there. */
  save(calendar: MunicipalCalendar): Promise<void>;
}

/** What use cases of the calendar need. */
export interface CalendarPorts {
  readonly calendars: CalendarRepository;
  /** Holidays of the country and state. */
  holidaysOf(source: string, year: number): readonly Holiday[];
}
