import type { LocalDate } from '@guiche/kit/calendar';
import type { Deadline } from '../deadlines/deadline.ts';

/** A date that moved because a holiday or an outage became known. */
export interface DeadlineMove {
  readonly at: Date;
  /** Why, in Portuguese. */
  readonly cause: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** A legal date that may move while it is pending, with its explanation and everything that moved it. */
export interface TrackedDeadline {
  /** Last day as it was counted first. */
  readonly originalDate: LocalDate;
  /** As it stands. */
  readonly current: Deadline;
  readonly moves: readonly DeadlineMove[];
}

/** A date just counted. */
export function trackDeadline(current: Deadline): TrackedDeadline {
  return { originalDate: current.date, current, moves: [] };
}
