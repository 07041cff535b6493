import type { LocalDate } from '@guiche/kit/calendar';
import type { MunicipalCalendar } from './municipal-calendar.ts';

export type CalendarChangeKind = 'CONFIGURED' | 'HOLIDAY_REGISTERED' | 'HOLIDAY_REMOVED' | 'OUTAGE_REGISTERED' | 'OUTAGE_WITHDRAWN';

/** One entry of a calendar's history, never changed: who changed what, when and why. */
export interface CalendarChange {
  readonly id: string;
  readonly municipalityId: string;
  /** Version of the calendar that the change made; each has one change. */
  readonly version: number;
  readonly kind: CalendarChangeKind;
  readonly at: Date;
  /** Id of the member of the staff. */
  readonly by: string;
  readonly reason: string | null;
  /** What changed, in Portuguese. */
  readonly summary: string;
  /** Acronym of the body it is about; null for all of the city. */
  readonly body: string | null;
  /** Of the holiday or outage; null for the settings. */
  readonly subjectId: string | null;
}

/** Pending dates of a city to be counted anew because its calendar changed; worked off in batches that can be resumed. */
export interface Recomputation {
  readonly id: string;
  readonly municipalityId: string;
  /** Only those of this body; null for all. */
  readonly body: string | null;
  readonly cause: { readonly kind: 'HOLIDAY' | 'OUTAGE' | 'SETTINGS'; readonly changeId: string; /** In Portuguese. */ readonly reason: string };
  /** A date before this one is not touched. */
  readonly fromDate: LocalDate;
  readonly requestedAt: Date;
  readonly state: 'PENDING' | 'DONE';
  /** Last item done, null before the first; whatever the batch sorts by. */
  readonly cursor: string | null;
  readonly examined: number;
  readonly moved: number;
  readonly finishedAt: Date | null;
}

/** Who changes a calendar and when; ids are decided before. */
export interface Act {
  readonly changeId: string;
  readonly now: Date;
  /** The day of `now` in the city. */
  readonly today: LocalDate;
  readonly by: string;
}

/** The history's entry for the version of a calendar. */
export function changeOf(
  calendar: MunicipalCalendar,
  { changeId, now, by }: Act,
  what: Pick<CalendarChange, 'kind' | 'reason' | 'summary' | 'body' | 'subjectId'>,
): CalendarChange {
  return { id: changeId, municipalityId: calendar.municipalityId, version: calendar.version, at: now, by, ...what };
}

/** What a change asks to be counted anew. */
export function recomputationOf(
  change: Pick<CalendarChange, 'id' | 'municipalityId' | 'at' | 'summary' | 'body'>,
  kind: Recomputation['cause']['kind'],
  fromDate: LocalDate,
): Recomputation {
  return {
    id: change.id,
    municipalityId: change.municipalityId,
    body: change.body,
    cause: { kind, changeId: change.id, reason: change.summary },
    fromDate,
    requestedAt: change.at,
    state: 'PENDING',
    cursor: null,
    examined: 0,
    moved: 0,
    finishedAt: null,
  };
}
