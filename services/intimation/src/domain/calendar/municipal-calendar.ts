import { platformErrors, refuseProblems, textProblem } from '@guiche/kit/errors';
import type { FieldProblem } from '@guiche/kit/errors';
import { calendarErrors } from './errors.ts';
import type { CalendarConfigured } from './events.ts';

/** A holiday of the municipality that comes back every year, with the law that made it. */
export interface MunicipalHoliday {
  readonly month: number;
  readonly day: number;
  readonly name: string;
  readonly legalBasis: string;
}

/** The calendar by which the legal deadlines of a municipality are counted. */
export interface MunicipalCalendar {
  readonly municipalityId: string;
  /** Days after which an unread intimation counts as read (IN-10). */
  readonly tacitDays: number;
  /** `BR` or `BR-UF`. */
  readonly holidaysSource: string;
  readonly municipalHolidays: readonly MunicipalHoliday[];
  readonly version: number;
}

/** One day without work in a year. `date` is a local date, `2026-03-18`. */
export interface Holiday {
  readonly date: string;
  readonly name: string;
  readonly kind: 'NATIONAL' | 'STATE' | 'MUNICIPAL';
  readonly legalBasis?: string;
}

export type CalendarSettings = Omit<MunicipalCalendar, 'version'>;

const states = new Set('AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP TO'.split(' '));
const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const mostHolidays = 60;

/**
 * Sets the whole calendar. The same settings again change nothing. Throws `INVALID_INPUT`, `HOLIDAYS_SOURCE_UNKNOWN`
 * or `STALE_VERSION`.
 */
export function configureCalendar(
  current: MunicipalCalendar | undefined,
  settings: CalendarSettings,
  expectedVersion: number | undefined,
): { state: MunicipalCalendar; events: readonly CalendarConfigured[] } {
  refuseProblems(problemsOf(settings));
  const [country, state] = settings.holidaysSource.split('-');
  if (country !== 'BR' || (state !== undefined && !states.has(state)) || settings.holidaysSource.length > 5) {
    throw calendarErrors.HOLIDAYS_SOURCE_UNKNOWN();
  }
  if (current !== undefined && sameSettings(current, settings)) return { state: current, events: [] };
  if (expectedVersion !== undefined && expectedVersion !== (current?.version ?? 0)) throw platformErrors.STALE_VERSION();

  const { municipalityId, tacitDays, holidaysSource } = settings;
  return {
    state: { ...settings, version: (current?.version ?? 0) + 1 },
    events: [
      {
        type: 'CalendarConfigured',
        aggregate: { type: 'calendar', id: municipalityId },
        tenantId: municipalityId,
        data: { municipalityId, tacitDays, holidaysSource },
      },
    ],
  };
}

/** All holidays of a year in order: those of the country and state as the source knows them, and the city's own. */
export function holidaysOfYear(
  calendar: MunicipalCalendar,
  year: number,
  fromSource: (source: string, year: number) => readonly Holiday[],
): readonly Holiday[] {
  if (!Number.isInteger(year) || year < 1990 || year > 2100) throw calendarErrors.YEAR_OUT_OF_RANGE();
  const own = calendar.municipalHolidays
    .filter(({ month, day }) => existsIn(year, month, day))
    .map(({ month, day, name, legalBasis }): Holiday => ({ date: localDate(year, month, day), name, legalBasis, kind: 'MUNICIPAL' }));
  return [...fromSource(calendar.holidaysSource, year), ...own].sort((left, right) => left.date.localeCompare(right.date));
}

function problemsOf({ tacitDays, municipalHolidays }: CalendarSettings): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (!Number.isInteger(tacitDays) || tacitDays < 1 || tacitDays > 60) {
    problems.push(outOfRange('tacitDays', 1, 60));
  }
  if (municipalHolidays.length > mostHolidays) problems.push(outOfRange('municipalHolidays', 0, mostHolidays));
  for (const [index, holiday] of municipalHolidays.slice(0, mostHolidays).entries()) {
    const path = `municipalHolidays.${String(index)}`;
    const days = daysOfMonth[holiday.month - 1];
    if (days === undefined) problems.push(outOfRange(`${path}.month`, 1, 12));
    else if (holiday.day < 1 || holiday.day > days) problems.push(outOfRange(`${path}.day`, 1, days));
    const texts = [
      textProblem(`${path}.name`, holiday.name, { max: 100 }),
      textProblem(`${path}.legalBasis`, holiday.legalBasis, { max: 200 }),
    ];
    problems.push(...texts.filter((problem) => problem !== undefined));
    if (isRepeated(holiday, municipalHolidays.slice(0, index))) problems.push(repeated(path));
  }
  return problems;
}

function isRepeated({ month, day, name }: MunicipalHoliday, others: readonly MunicipalHoliday[]): boolean {
  return others.some((other) => other.month === month && other.day === day && other.name === name);
}

function repeated(path: string): FieldProblem {
  return { path, code: 'REPEATED', message: { pt: 'Este feriado já está na lista.', en: 'This holiday is in the list already.' } };
}

function outOfRange(path: string, from: number, to: number): FieldProblem {
  const [least, most] = [String(from), String(to)];
  return { path, code: 'OUT_OF_RANGE', message: { pt: `Use de ${least} a ${most}.`, en: `Use ${least} to ${most}.` } };
}

function sameSettings(current: MunicipalCalendar, { tacitDays, holidaysSource, municipalHolidays }: CalendarSettings): boolean {
  const text = (calendar: Omit<CalendarSettings, 'municipalityId'>): string =>
    JSON.stringify([
      calendar.tacitDays,
      calendar.holidaysSource,
      calendar.municipalHolidays.map(({ month, day, name, legalBasis }) => [month, day, name, legalBasis]),
    ]);
  return text(current) === text({ tacitDays, holidaysSource, municipalHolidays });
}

function existsIn(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1;
}

function localDate(year: number, month: number, day: number): string {
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
