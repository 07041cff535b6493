import { platformErrors, refuseProblems, textProblem } from '@guiche/kit/errors';
import type { FieldProblem } from '@guiche/kit/errors';
import { calendarErrors } from './errors.ts';
import type { CalendarConfigured } from './events.ts';
import { isWithin, outOfRange, repeated } from './field-problems.ts';

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
  /** Days after which an unread intimation counts as read (IN-10); a change is for intimations issued from then on. */
  readonly tacitDays: number;
  /** Other values for intimations in processes of some types, by the key of the type (IN-10). */
  readonly tacitDaysByProcessType: readonly { readonly processType: string; readonly days: number }[];
  /** `BR` or `BR-UF`. */
  readonly holidaysSource: string;
  readonly municipalHolidays: readonly MunicipalHoliday[];
  /** Grows with every change of settings, holidays and outages. */
  readonly version: number;
}

export type CalendarSettings = Omit<MunicipalCalendar, 'version'>;

const states = new Set('AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP TO'.split(' '));
const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const mostHolidays = 60;
const mostProcessTypes = 200;

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
  if (current !== undefined && sameTacitDays(current, settings) && sameHolidays(current, settings)) return { state: current, events: [] };
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

/** The tacit deadline in days for an intimation issued now in a process of a type (IN-10). */
export function tacitDaysFor({ tacitDays, tacitDaysByProcessType }: MunicipalCalendar, processType: string | null): number {
  return tacitDaysByProcessType.find((custom) => custom.processType === processType)?.days ?? tacitDays;
}

/** Whether both have the same days off; if not, pending dates must be counted anew. */
export function sameHolidays(current: CalendarSettings, { holidaysSource, municipalHolidays }: CalendarSettings): boolean {
  const text = (holidays: readonly MunicipalHoliday[]): string =>
    JSON.stringify(holidays.map(({ month, day, name, legalBasis }) => [month, day, name, legalBasis]));
  return current.holidaysSource === holidaysSource && text(current.municipalHolidays) === text(municipalHolidays);
}

function sameTacitDays(current: CalendarSettings, { tacitDays, tacitDaysByProcessType }: CalendarSettings): boolean {
  const text = (custom: CalendarSettings['tacitDaysByProcessType']): string =>
    JSON.stringify(custom.map(({ processType, days }) => [processType, days]));
  return current.tacitDays === tacitDays && text(current.tacitDaysByProcessType) === text(tacitDaysByProcessType);
}

function problemsOf({ tacitDays, tacitDaysByProcessType, municipalHolidays }: CalendarSettings): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (!isWithin(tacitDays, 1, 60)) problems.push(outOfRange('tacitDays', 1, 60));
  if (municipalHolidays.length > mostHolidays) problems.push(outOfRange('municipalHolidays', 0, mostHolidays));
  for (const [index, holiday] of municipalHolidays.slice(0, mostHolidays).entries()) {
    const path = `municipalHolidays.${String(index)}`;
    const days = daysOfMonth[holiday.month - 1];
    if (days === undefined) problems.push(outOfRange(`${path}.month`, 1, 12));
    else if (!isWithin(holiday.day, 1, days)) problems.push(outOfRange(`${path}.day`, 1, days));
    const texts = [
      textProblem(`${path}.name`, holiday.name, { max: 100 }),
      textProblem(`${path}.legalBasis`, holiday.legalBasis, { max: 200 }),
    ];
    problems.push(...texts.filter((problem) => problem !== undefined));
    if (isRepeated(holiday, municipalHolidays.slice(0, index))) {
      problems.push(repeated(path, 'Este feriado já está na lista.', 'This holiday is in the list already.'));
    }
  }
  return [...problems, ...problemsOfTypes(tacitDaysByProcessType)];
}

function problemsOfTypes(custom: CalendarSettings['tacitDaysByProcessType']): FieldProblem[] {
  const path = 'tacitDaysByProcessType';
  if (custom.length > mostProcessTypes) return [outOfRange(path, 0, mostProcessTypes)];
  return custom.flatMap(({ processType, days }, index) => {
    const at = `${path}.${String(index)}`;
    const text = textProblem(`${at}.processType`, processType, { max: 100 });
    const twice = custom.findIndex((other) => other.processType === processType) < index;
    return [
      ...(text === undefined ? [] : [text]),
      ...(twice ? [repeated(`${at}.processType`, 'Este tipo de processo já está na lista.', 'This process type is in the list already.')] : []),
      ...(isWithin(days, 1, 60) ? [] : [outOfRange(`${at}.days`, 1, 60)]),
    ];
  });
}

function isRepeated({ month, day, name }: MunicipalHoliday, others: readonly MunicipalHoliday[]): boolean {
  return others.some((other) => other.month === month && other.day === day && other.name === name);
}
