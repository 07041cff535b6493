import type { LocalDate } from '@guiche/kit/calendar';
import type { DayOff } from '../calendar/day-off.ts';
import type { OutagePeriod } from '../calendar/outage.ts';
import type { DeadlineRule } from './rules.ts';

/** How long somebody has to respond (IN-03): days in a row (corridos), business days (úteis), months or years. */
export interface DeadlineAmount {
  readonly unit: 'CALENDAR_DAYS' | 'BUSINESS_DAYS' | 'MONTHS' | 'YEARS';
  /** From 1. */
  readonly value: number;
}

/** A day that moved a deadline on, or that was not counted. */
export type DayInTheWay =
  | (DayOff & { readonly outage: null })
  | {
      readonly date: LocalDate;
      readonly kind: 'OUTAGE';
      readonly name: string;
      readonly legalBasis: string | null;
      readonly outage: OutagePeriod;
    };

/**
 * One step of the calculation, from a day to a day. `START`: from the act to the first day that counts; `COUNT`: from
 * there as far as the amount leads; `END`: on to a business day; `OUTAGE`: on to the business day after an outage.
 * Each begins where the one before ended, so that whoever reads them can do the sum again.
 */
export interface DeadlineStep {
  readonly kind: 'START' | 'COUNT' | 'END' | 'OUTAGE';
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** One sentence in Portuguese. */
  readonly text: string;
  readonly daysInTheWay: readonly DayInTheWay[];
}

/** A legal date with its explanation; plain data, stored as it is. */
export interface Deadline {
  readonly date: LocalDate;
  /** 23:59:59.999 of `date` in the city: what is done at this instant is in time. */
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly rule: DeadlineRule;
  readonly steps: readonly DeadlineStep[];
}
