import type { LocalDate } from '@guiche/kit/calendar';
import type { NoticeStatus } from '../issuing/notice-status.ts';

/** How many notices there are of each kind, as they come from the store; what is missing is 0. */
export interface ReportTallies {
  readonly statuses: readonly { readonly status: NoticeStatus; readonly count: number }[];
  readonly types: readonly TypeCount[];
  readonly units: readonly UnitCount[];
  readonly months: readonly MonthCount[];
  readonly fulfilments: readonly { readonly kind: 'CONSULTATION' | 'TACIT'; readonly count: number }[];
  /** How many were fulfilled after so many days in the calendar. */
  readonly days: readonly { readonly days: number; readonly count: number }[];
}

export interface TypeCount {
  readonly typeId: string;
  readonly name: string;
  readonly count: number;
}

export interface UnitCount {
  readonly unitId: string;
  readonly count: number;
}

/** `month` as `2026-03`. */
export interface MonthCount {
  readonly month: string;
  readonly count: number;
}

/** What is left of a list that was cut. */
export interface Ranked<Item> {
  readonly largest: readonly Item[];
  /** How many notices are in those left out. */
  readonly others: number;
}

/** A report as a chart shows it. */
export interface ReportStatistics {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly total: number;
  readonly statuses: ReportTallies['statuses'];
  readonly types: Ranked<TypeCount>;
  readonly units: Ranked<UnitCount>;
  /** Each month of the period, those without any too. */
  readonly months: readonly MonthCount[];
  readonly consultations: number;
  readonly tacit: number;
  /** From 0 to 1; null while none is fulfilled. */
  readonly consultationShare: number | null;
  /** From issue to legal date; null while none is fulfilled. */
  readonly medianDaysToFulfilment: number | null;
}

/** As many bars as a chart can show. */
const rankedAtMost = 50;

/** The tallies of a period as a chart shows them. */
export function reportStatistics(tallies: ReportTallies, { from, until }: { from: LocalDate; until: LocalDate }): ReportStatistics {
  const ofKind = (wanted: string): number => sum(tallies.fulfilments.filter(({ kind }) => kind === wanted));
  const [consultations, tacit] = [ofKind('CONSULTATION'), ofKind('TACIT')];
  return {
    from,
    until,
    total: sum(tallies.statuses),
    statuses: tallies.statuses,
    types: ranked(tallies.types),
    units: ranked(tallies.units),
    months: monthsOf(from, until).map((month) => ({ month, count: sum(tallies.months.filter((tally) => tally.month === month)) })),
    consultations,
    tacit,
    consultationShare: consultations + tacit === 0 ? null : consultations / (consultations + tacit),
    medianDaysToFulfilment: median(tallies.days),
  };
}

/** The middle one; the mean of the two in the middle of an even number. */
export function median(tallies: ReportTallies['days']): number | null {
  const inOrder = [...tallies].sort((left, right) => left.days - right.days);
  const count = sum(inOrder);
  if (count === 0) return null;
  const at = (position: number): number => {
    let passed = 0;
    for (const { days, count: here } of inOrder) {
      passed += here;
      if (position < passed) return days;
    }
    return 0;
  };
  return (at(Math.floor((count - 1) / 2)) + at(Math.floor(count / 2))) / 2;
}

function ranked<Item extends { readonly count: number }>(items: readonly Item[]): Ranked<Item> {
  const sorted = [...items].sort((left, right) => right.count - left.count);
  return { largest: sorted.slice(0, rankedAtMost), others: sum(sorted.slice(rankedAtMost)) };
}

function monthsOf(from: LocalDate, until: LocalDate): string[] {
  const numberOf = (date: LocalDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const first = numberOf(from);
  return Array.from({ length: numberOf(until) - first + 1 }, (_, index) => {
    const month = first + index;
    return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

function sum(items: readonly { readonly count: number }[]): number {
  return items.reduce((total, { count }) => total + count, 0);
}
