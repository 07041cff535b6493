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
