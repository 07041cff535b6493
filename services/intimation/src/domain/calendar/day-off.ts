import type { LocalDate } from '@guiche/kit/calendar';

/** Why there is no business on a day: a weekend, a holiday of somebody, or a day off given once (ponto facultativo). */
export type DayOffKind = 'SATURDAY' | 'SUNDAY' | HolidayKind;

/** Whose holiday it is. A body's (órgão) counts for its own acts only. */
export type HolidayKind = 'NATIONAL' | 'STATE' | 'MUNICIPAL' | 'BODY' | 'OPTIONAL_DAY_OFF';

/** One day on which no deadline starts or ends (IN-11), with what makes it so. */
export interface DayOff {
  readonly date: LocalDate;
  readonly kind: DayOffKind;
  /** In Portuguese, as people call it. */
  readonly name: string;
  /** The law or decree; null where no text is known. */
  readonly legalBasis: string | null;
}
