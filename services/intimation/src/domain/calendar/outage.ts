import type { LocalDate } from '@guiche/kit/calendar';

/** A time in which the system could not be used (indisponibilidade), whole days as far as deadlines go (IN-20). */
export interface OutagePeriod {
  readonly id: string;
  /** First day touched. */
  readonly startsOn: LocalDate;
  /** Last day touched. */
  readonly endsOn: LocalDate;
  readonly summary: string;
  /** Whether it justifies the automatic extension (justifica a prorrogação automática). */
  readonly extendsDeadlines: boolean;
}

/** A registered outage of a city. */
export interface Outage extends OutagePeriod {
  readonly municipalityId: string;
  readonly startsAt: Date;
  /** The first instant at which it was over. */
  readonly endsAt: Date;
  readonly registeredAt: Date;
  readonly registeredBy: string;
  /** Since when it does not count because it was a mistake; null when it counts. */
  readonly withdrawnAt: Date | null;
}
