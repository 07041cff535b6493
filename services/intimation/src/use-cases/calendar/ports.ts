import type { LocalDate } from '@guiche/kit/calendar';
import type { Page, PageRequest } from '@guiche/kit/use-case';
import type { CalendarChange, Recomputation } from '../../domain/calendar/calendar-change.ts';
import type { Holiday, RegisteredHoliday } from '../../domain/calendar/holiday.ts';
import type { MunicipalCalendar } from '../../domain/calendar/municipal-calendar.ts';
import type { Municipality } from '../../domain/calendar/municipality.ts';
import type { Outage, OutagePeriod } from '../../domain/calendar/outage.ts';

export interface CalendarRepository {
  find(municipalityId: string): Promise<MunicipalCalendar | undefined>;
  findMany(municipalityIds: readonly string[]): Promise<readonly MunicipalCalendar[]>;
  /** Writes on top of the version before this one; throws `STALE_VERSION` when it is no longer there. */
  save(calendar: MunicipalCalendar): Promise<void>;
}

export interface HolidayRepository {
  insert(holiday: RegisteredHoliday): Promise<void>;
  remove(id: string): Promise<void>;
  /** All of some cities, a thousand each at most. */
  ofMunicipalities(municipalityIds: readonly string[]): Promise<readonly RegisteredHoliday[]>;
}

export interface OutageRepository {
  insert(outage: Outage): Promise<void>;
  withdraw(id: string, at: Date): Promise<void>;
  find(municipalityId: string, id: string): Promise<Outage | undefined>;
  /** Those that count and have an instant of a period in common with it. */
  overlapping(municipalityId: string, startsAt: Date, endsAt: Date): Promise<readonly Outage[]>;
  /** Those that count, extend deadlines and end on a day or later: all that can move a date from that day on (IN-20). */
  extendingFrom(municipalityId: string, date: LocalDate): Promise<readonly OutagePeriod[]>;
  /** Latest first. */
  page(municipalityId: string, page: PageRequest): Promise<Page<Outage>>;
}

/** The history of calendars: nothing in it is changed or removed. */
export interface CalendarChangeRepository {
  append(change: CalendarChange): Promise<void>;
  /** Latest first. */
  page(municipalityId: string, page: PageRequest): Promise<Page<CalendarChange>>;
}

/** A recomputation that a worker has for itself until `leaseMs` after it last advanced. */
export interface ClaimedRecomputation extends Recomputation {
  readonly lease: string;
}

export interface RecomputationRepository {
  /** In the transaction of the change that asks for it. */
  insert(recomputation: Recomputation): Promise<void>;
  /** The oldest pending one that nobody has; outside transactions. */
  claimNext(by: { readonly owner: string; readonly leaseMs: number }): Promise<ClaimedRecomputation | undefined>;
  /**
   * Notes how far it is, in the transaction of the dates it moved, and renews the lease. Throws `LeaseLost` when
   * another worker has taken it over.
   */
  advance(claimed: ClaimedRecomputation, to: { cursor: string; examined: number; moved: number; leaseMs: number }): Promise<void>;
  /** Ends it. Throws `LeaseLost`. */
  finish(claimed: ClaimedRecomputation, now: Date): Promise<void>;
  /** How many wait or run, for metrics and specs. */
  pending(): Promise<number>;
}

/** How many pending deadlines to answer end on a day. */
export interface DeadlinesOnDay {
  readonly date: LocalDate;
  readonly count: number;
}

/** What use cases of the calendar need. */
export interface CalendarPorts {
  readonly calendars: CalendarRepository;
  readonly municipalities: { find(id: string): Promise<Municipality | undefined>; save(municipality: Municipality): Promise<void> };
  readonly holidays: HolidayRepository;
  readonly outages: OutageRepository;
  readonly calendarChanges: CalendarChangeRepository;
  readonly recomputations: RecomputationRepository;
  /** Deadlines to answer that are still open and end within a period, by day, in order. */
  openResponseDeadlines(municipalityId: string, from: LocalDate, to: LocalDate): Promise<readonly DeadlinesOnDay[]>;
  /** Holidays of the country and state. */
  holidaysOf(source: string, year: number): readonly Holiday[];
}
