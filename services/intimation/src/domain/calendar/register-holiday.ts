import { formatLocalDate, parseLocalDate } from '@guiche/kit/calendar';
import { platformErrors, refuseProblems, textProblem } from '@guiche/kit/errors';
import type { FieldProblem } from '@guiche/kit/errors';
import { changeOf, recomputationOf } from './calendar-change.ts';
import type { Act, CalendarChange, Recomputation } from './calendar-change.ts';
import { calendarErrors } from './errors.ts';
import type { HolidaysChanged } from './events.ts';
import { isWithin, outOfRange, reasonProblem } from './field-problems.ts';
import { firstDayOf } from './holiday.ts';
import type { HolidayRecurrence, RegisteredHoliday } from './holiday.ts';
import type { MunicipalCalendar } from './municipal-calendar.ts';

/** What an administrator says of a holiday. */
export interface HolidayOrder extends Pick<RegisteredHoliday, 'kind' | 'name' | 'legalBasis' | 'body' | 'recurrence'> {
  readonly reason: string | null;
}

interface Decision {
  readonly calendar: MunicipalCalendar;
  readonly holiday: RegisteredHoliday;
  readonly change: CalendarChange;
  readonly recomputation: Recomputation;
  readonly events: readonly HolidaysChanged[];
}

const mostRegistered = 1_000;

/**
 * Puts a holiday down, or a day off given once. Throws `INVALID_INPUT` with everything that is wrong,
 * `HOLIDAY_ALREADY_REGISTERED`, `TOO_MANY_HOLIDAYS` or `STALE_VERSION`.
 */
export function registerHoliday(
  current: MunicipalCalendar,
  registered: readonly RegisteredHoliday[],
  { reason, ...order }: HolidayOrder,
  act: Act & { readonly holidayId: string; readonly expectedVersion: number | undefined },
): Decision {
  const first = isDated(order.recurrence) ? firstDayOf(order.recurrence) : undefined;
  refuseProblems([
    ...problemsOf(order),
    ...[reasonProblem(reason, first !== undefined && first < act.today)].filter((problem) => problem !== undefined),
  ]);
  if (first === undefined) throw calendarErrors.HOLIDAY_NEVER_FALLS();
  const twin = registered.find((other) => other.body === order.body && sameDay(other.recurrence, order.recurrence));
  if (twin !== undefined) throw calendarErrors.HOLIDAY_ALREADY_REGISTERED({ name: twin.name });
  if (registered.length >= mostRegistered) throw calendarErrors.TOO_MANY_HOLIDAYS({ maximum: mostRegistered });
  if (act.expectedVersion !== undefined && act.expectedVersion !== current.version) throw platformErrors.STALE_VERSION();
  const holiday = { ...order, id: act.holidayId, municipalityId: current.municipalityId, registeredAt: act.now, registeredBy: act.by };
  return decide(current, holiday, act, { kind: 'HOLIDAY_REGISTERED', reason, first, verb: 'registrado' });
}

/** Takes a registered holiday back: it counts for no deadline from now on. Throws `INVALID_INPUT` or `STALE_VERSION`. */
export function removeHoliday(
  current: MunicipalCalendar,
  holiday: RegisteredHoliday,
  reason: string | null,
  act: Act & { readonly expectedVersion: number | undefined },
): Decision {
  const first = firstDayOf(holiday.recurrence) ?? act.today;
  refuseProblems([reasonProblem(reason, first < act.today)].filter((problem) => problem !== undefined));
  if (act.expectedVersion !== undefined && act.expectedVersion !== current.version) throw platformErrors.STALE_VERSION();
  return decide(current, holiday, act, { kind: 'HOLIDAY_REMOVED', reason, first, verb: 'excluído' });
}

function decide(
  current: MunicipalCalendar,
  holiday: RegisteredHoliday,
  act: Act,
  { kind, reason, first, verb }: { kind: 'HOLIDAY_REGISTERED' | 'HOLIDAY_REMOVED'; reason: string | null; first: string; verb: string },
): Decision {
  const calendar = { ...current, version: current.version + 1 };
  const what = holiday.kind === 'OPTIONAL_DAY_OFF' ? 'Ponto facultativo' : 'Feriado';
  const where = holiday.body === null ? '' : ` do órgão ${holiday.body}`;
  const summary = `${what} ${verb}${where}: ${holiday.name}, ${inWords(holiday.recurrence)} (${holiday.legalBasis}).`;
  const change = changeOf(calendar, act, { kind, reason, summary, body: holiday.body, subjectId: holiday.id });
  const { municipalityId } = current;
  return {
    calendar,
    holiday,
    change,
    recomputation: recomputationOf(change, 'HOLIDAY', first),
    events: [
      {
        type: 'HolidaysChanged',
        aggregate: { type: 'calendar', id: municipalityId },
        tenantId: municipalityId,
        data: { municipalityId, changeId: change.id, fromDate: first, ...(holiday.body === null ? {} : { body: holiday.body }) },
      },
    ],
  };
}

function problemsOf({ kind, name, legalBasis, body, recurrence }: Omit<HolidayOrder, 'reason'>): FieldProblem[] {
  const once = recurrence.rule === 'ONCE';
  const problems = [
    kind === 'BODY' && body === null ? bodyNeeded : undefined,
    body !== null && kind !== 'BODY' && kind !== 'OPTIONAL_DAY_OFF' ? bodyNotAllowed : undefined,
    body === null ? undefined : textProblem('body', body, { max: 60 }),
    kind === 'OPTIONAL_DAY_OFF' && !once ? onceOnly : undefined,
    textProblem('name', name, { max: 100 }),
    textProblem('legalBasis', legalBasis, { max: 200 }),
  ];
  return [...problems.filter((problem) => problem !== undefined), ...recurrenceProblems(recurrence)];
}

function recurrenceProblems(recurrence: HolidayRecurrence): FieldProblem[] {
  if (recurrence.rule === 'ONCE') return isDated(recurrence) ? [] : [outOfRange('date', '01/01/1990', '31/12/2100')];
  const { firstYear, lastYear } = recurrence;
  return [
    ...(recurrence.rule === 'EASTER' && !isWithin(recurrence.daysAfterEaster, -60, 120) ? [outOfRange('easter.daysAfterEaster', -60, 120)] : []),
    ...(recurrence.rule === 'YEARLY' ? monthAndDayProblems(recurrence.month, recurrence.day) : []),
    ...(isWithin(firstYear, 1990, 2100) ? [] : [outOfRange(`${recurrence.rule.toLowerCase()}.firstYear`, 1990, 2100)]),
    ...(lastYear === null || isWithin(lastYear, firstYear, 2100) ? [] : [outOfRange(`${recurrence.rule.toLowerCase()}.lastYear`, firstYear, 2100)]),
  ];
}

function monthAndDayProblems(month: number, day: number): FieldProblem[] {
  if (!isWithin(month, 1, 12)) return [outOfRange('yearly.month', 1, 12)];
  const last = new Date(Date.UTC(2024, month, 0)).getUTCDate();
  return isWithin(day, 1, last) ? [] : [outOfRange('yearly.day', 1, last)];
}

/** Whether its first day can be told at all. */
function isDated(recurrence: HolidayRecurrence): boolean {
  if (recurrence.rule !== 'ONCE') return recurrenceProblems(recurrence).length === 0;
  const date = parseLocalDate(recurrence.date);
  return date !== undefined && isWithin(Number(date.slice(0, 4)), 1990, 2100);
}

function sameDay(one: HolidayRecurrence, other: HolidayRecurrence): boolean {
  if (one.rule === 'ONCE') return other.rule === 'ONCE' && one.date === other.date;
  if (other.rule === 'ONCE' || !yearsMeet(one, other)) return false;
  if (one.rule === 'EASTER') return other.rule === 'EASTER' && one.daysAfterEaster === other.daysAfterEaster;
  return other.rule === 'YEARLY' && one.month === other.month && one.day === other.day;
}

function yearsMeet(one: { firstYear: number; lastYear: number | null }, other: { firstYear: number; lastYear: number | null }): boolean {
  return one.firstYear <= (other.lastYear ?? 2100) && other.firstYear <= (one.lastYear ?? 2100);
}

function inWords(recurrence: HolidayRecurrence): string {
  if (recurrence.rule === 'ONCE') return formatLocalDate(recurrence.date);
  const years = recurrence.lastYear === null ? `desde ${String(recurrence.firstYear)}` : `de ${String(recurrence.firstYear)} a ${String(recurrence.lastYear)}`;
  if (recurrence.rule === 'EASTER') return `${String(recurrence.daysAfterEaster)} dias depois da Páscoa, ${years}`;
  return `todo ano em ${String(recurrence.day).padStart(2, '0')}/${String(recurrence.month).padStart(2, '0')}, ${years}`;
}

const bodyNeeded: FieldProblem = {
  path: 'body', code: 'REQUIRED', message: { pt: 'Informe o órgão do feriado.', en: 'Name the body that the holiday is of.' },
};
const bodyNotAllowed: FieldProblem = {
  path: 'body',
  code: 'NOT_ALLOWED',
  message: { pt: 'Só feriado de órgão e ponto facultativo valem para um órgão.', en: 'Only a holiday of a body and an optional day off are for one body.' },
};
const onceOnly: FieldProblem = {
  path: 'kind',
  code: 'NOT_ALLOWED',
  message: { pt: 'Ponto facultativo vale para uma data só: informe a data.', en: 'An optional day off is for one date: give the date.' },
};
