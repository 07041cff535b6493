import { addDays } from '@guiche/kit/calendar';
import type { LocalDate } from '@guiche/kit/calendar';
import { naiveEndOf, naiveExtendedDate, naiveFulfilmentDate, naiveResponseDate, naiveTacitDate } from '../../domain/deadlines/test/naive-deadlines.ts';
import type { NaiveOutage } from '../../domain/deadlines/test/naive-deadlines.ts';

// What ought to have happened to every notice of the year, kept by hand: no code of the service, and no date but those
// of the naive calendar.

type Amount = Parameters<typeof naiveResponseDate>[1];

/** One notice as it ought to be. */
export interface Entry {
  readonly id: string;
  readonly issuedOn: LocalDate;
  readonly amount: Amount | null;
  tacitOn: LocalDate;
  fulfilled: { readonly kind: 'CONSULTATION' | 'TACIT'; readonly on: LocalDate; readonly legallyAt: number } | null;
  dueOn: LocalDate | null;
  status: 'PENDING' | 'FULFILLED' | 'OVERDUE' | 'RESPONDED';
  /** Reminders still to come, by days before. */
  readonly reminders: Map<number, number>;
  readonly reminded: Set<number>;
  remindersSent: number;
  timesOverdue: number;
  moves: number;
}

const zone = 'America/Sao_Paulo';
const minute = 60_000;
const ends = new Map<LocalDate, number>();

/** The last millisecond of a day. */
export function endOf(date: LocalDate): number {
  const known = ends.get(date) ?? naiveEndOf(date, zone).getTime();
  ends.set(date, known);
  return known;
}

/** 07:00 of a day. */
export const sevenOn = (date: LocalDate): number => endOf(addDays(date, -1)) + 1 + 7 * 60 * minute;

export class Ledger {
  readonly entries = new Map<string, Entry>();
  readonly holidays: Set<LocalDate>;
  readonly outages: NaiveOutage[] = [];
  readonly tacitDays = 10;

  constructor(holidays: ReadonlySet<LocalDate>) {
    this.holidays = new Set(holidays);
  }

  issue(id: string, issuedOn: LocalDate, amount: Amount | null): Entry {
    const entry: Entry = {
      id, issuedOn, amount, tacitOn: naiveTacitDate(issuedOn, this.tacitDays, this.holidays), fulfilled: null, dueOn: null, status: 'PENDING',
      reminders: new Map(), reminded: new Set(), remindersSent: 0, timesOverdue: 0, moves: 0,
    };
    this.entries.set(id, entry);
    return entry;
  }

  consult(entry: Entry, at: number, day: LocalDate): void {
    this.#fulfil(entry, { kind: 'CONSULTATION', on: naiveFulfilmentDate(day, this.holidays), legallyAt: at });
  }

  respond(entry: Entry): void {
    entry.status = 'RESPONDED';
    entry.reminders.clear();
  }

  /** Whatever is due at that moment happens, however long it has been due. */
  tick(at: number): void {
    for (const entry of this.entries.values()) {
      if (entry.fulfilled === null && endOf(entry.tacitOn) + minute <= at) {
        this.#fulfil(entry, { kind: 'TACIT', on: entry.tacitOn, legallyAt: endOf(entry.tacitOn) });
      }
      if (entry.status !== 'FULFILLED' || entry.dueOn === null) continue;
      const isOver = at > endOf(entry.dueOn);
      const due = [...entry.reminders].filter(([, instant]) => instant <= at).map(([daysBefore]) => daysBefore);
      for (const daysBefore of due) {
        const next = [5, 1].some((other) => other < daysBefore && sevenOn(addDays(entry.dueOn ?? '', -other)) <= at);
        if (!isOver && !next) entry.remindersSent += 1;
        entry.reminders.delete(daysBefore);
        entry.reminded.add(daysBefore);
      }
      if (isOver) {
        entry.status = 'OVERDUE';
        entry.timesOverdue += 1;
      }
    }
  }

  /** Days on which something is decided that a change of the calendar may still move. */
  pendingDates(from: LocalDate, to: LocalDate): LocalDate[] {
    const dates = [...this.entries.values()].map(({ fulfilled, tacitOn, dueOn }) => (fulfilled === null ? tacitOn : dueOn));
    return [...new Set(dates)].filter((date): date is LocalDate => date !== null && date >= from && date <= to).sort();
  }

  addHoliday(date: LocalDate, at: number): void {
    this.holidays.add(date);
    this.#recount(date, at);
  }

  addOutage(outage: NaiveOutage, at: number): void {
    this.outages.push(outage);
    this.#recount(outage.startsOn, at);
  }

  #fulfil(entry: Entry, fulfilled: NonNullable<Entry['fulfilled']>): void {
    entry.fulfilled = fulfilled;
    entry.status = 'FULFILLED';
    entry.dueOn = this.#dueOn(entry);
    this.#lineUp(entry);
  }

  #dueOn({ amount, fulfilled }: Entry): LocalDate | null {
    if (amount === null || fulfilled === null) return null;
    return naiveExtendedDate(naiveResponseDate(fulfilled.on, amount, this.holidays), this.outages, this.holidays);
  }

  #lineUp({ dueOn, fulfilled, reminders, reminded }: Entry): void {
    if (dueOn === null || fulfilled === null) return;
    for (const daysBefore of [5, 1]) {
      const instant = sevenOn(addDays(dueOn, -daysBefore));
      if (instant > fulfilled.legallyAt && !reminded.has(daysBefore)) reminders.set(daysBefore, instant);
    }
  }

  #recount(from: LocalDate, at: number): void {
    const moves = (current: LocalDate, counted: LocalDate): boolean => current >= from && counted !== current && !(counted < current && endOf(counted) < at);
    for (const entry of this.entries.values()) {
      if (entry.fulfilled === null) {
        const counted = naiveTacitDate(entry.issuedOn, this.tacitDays, this.holidays);
        if (!moves(entry.tacitOn, counted)) continue;
        entry.tacitOn = counted;
        entry.moves += 1;
        continue;
      }
      const counted = this.#dueOn(entry);
      if (entry.dueOn === null || counted === null || (entry.status === 'RESPONDED' && endOf(entry.dueOn) < at)) continue;
      if (!moves(entry.dueOn, counted)) continue;
      entry.dueOn = counted;
      entry.moves += 1;
      if (entry.status === 'OVERDUE' && endOf(counted) >= at) entry.status = 'FULFILLED';
      if (entry.status === 'FULFILLED') this.#lineUp(entry);
    }
  }
}
