import { daysBetween, formatLocalDateTime, localDate } from '@guiche/kit/calendar';
import { platformErrors, refuseProblems, textProblem } from '@guiche/kit/errors';
import type { FieldProblem } from '@guiche/kit/errors';
import { changeOf, recomputationOf } from './calendar-change.ts';
import type { Act, CalendarChange, Recomputation } from './calendar-change.ts';
import { calendarErrors } from './errors.ts';
import type { OutageRegistered, OutageWithdrawn } from './events.ts';
import type { MunicipalCalendar } from './municipal-calendar.ts';
import type { Outage } from './outage.ts';

/** What an administrator says of an outage. */
export type OutageOrder = Pick<Outage, 'startsAt' | 'endsAt' | 'summary' | 'extendsDeadlines'>;

interface Decision {
  readonly calendar: MunicipalCalendar;
  readonly outage: Outage;
  readonly change: CalendarChange;
  /** Only when it moves deadlines. */
  readonly recomputation: Recomputation | undefined;
  readonly events: readonly (OutageRegistered | OutageWithdrawn)[];
}

const longestDays = 90;

/**
 * The outage as it would be registered: its days are those of the city that it touches. Throws `INVALID_INPUT`, or
 * `OUTAGE_OVERLAPS` when `others` has one that counts at the same time.
 */
export function planOutage(
  municipalityId: string,
  order: OutageOrder,
  others: readonly Outage[],
  { outageId, now, by, timeZone }: { outageId: string; now: Date; by: string; timeZone: string },
): Outage {
  refuseProblems(problemsOf(order, timeZone));
  const { startsAt, endsAt } = order;
  const other = others.find((one) => one.withdrawnAt === null && one.startsAt < endsAt && startsAt < one.endsAt);
  if (other !== undefined) {
    throw calendarErrors.OUTAGE_OVERLAPS({ start: formatLocalDateTime(other.startsAt, timeZone), end: formatLocalDateTime(other.endsAt, timeZone) });
  }
  return {
    ...order,
    id: outageId,
    municipalityId,
    startsOn: localDate(startsAt, timeZone),
    endsOn: lastDay(endsAt, timeZone),
    registeredAt: now,
    registeredBy: by,
    withdrawnAt: null,
  };
}

/** Puts an outage down (IN-20). Throws what `planOutage` throws, and `STALE_VERSION`. */
export function registerOutage(
  current: MunicipalCalendar,
  order: OutageOrder,
  others: readonly Outage[],
  act: Act & { readonly outageId: string; readonly timeZone: string; readonly expectedVersion: number | undefined },
): Decision {
  const outage = planOutage(current.municipalityId, order, others, act);
  if (act.expectedVersion !== undefined && act.expectedVersion !== current.version) throw platformErrors.STALE_VERSION();
  return decide(current, outage, act, { kind: 'OUTAGE_REGISTERED', reason: order.summary, verb: 'registrada' });
}

/** Takes back an outage that was registered by mistake. Throws `INVALID_INPUT`, `OUTAGE_WITHDRAWN_ALREADY` or `STALE_VERSION`. */
export function withdrawOutage(
  current: MunicipalCalendar,
  outage: Outage,
  reason: string,
  act: Act & { readonly timeZone: string; readonly expectedVersion: number | undefined },
): Decision {
  refuseProblems([textProblem('reason', reason, { max: 500, multiline: true })].filter((problem) => problem !== undefined));
  if (outage.withdrawnAt !== null) throw calendarErrors.OUTAGE_WITHDRAWN_ALREADY();
  if (act.expectedVersion !== undefined && act.expectedVersion !== current.version) throw platformErrors.STALE_VERSION();
  return decide(current, { ...outage, withdrawnAt: act.now }, act, { kind: 'OUTAGE_WITHDRAWN', reason, verb: 'anulada' });
}

function decide(
  current: MunicipalCalendar,
  outage: Outage,
  act: Act & { readonly timeZone: string },
  { kind, reason, verb }: { kind: 'OUTAGE_REGISTERED' | 'OUTAGE_WITHDRAWN'; reason: string; verb: string },
): Decision {
  const calendar = { ...current, version: current.version + 1 };
  const { id: outageId, municipalityId, startsOn, endsOn, extendsDeadlines } = outage;
  const period = `${formatLocalDateTime(outage.startsAt, act.timeZone)} a ${formatLocalDateTime(outage.endsAt, act.timeZone)}`;
  const effect = extendsDeadlines ? 'prorroga prazos' : 'não prorroga prazos';
  const summary = `Indisponibilidade ${verb}: ${period}, ${effect}.`;
  const change = changeOf(calendar, act, { kind, reason, summary, body: null, subjectId: outageId });
  const about = { aggregate: { type: 'calendar' as const, id: municipalityId }, tenantId: municipalityId };
  return {
    calendar,
    outage,
    change,
    recomputation: extendsDeadlines ? recomputationOf(change, 'OUTAGE', startsOn) : undefined,
    events: [
      kind === 'OUTAGE_REGISTERED'
        ? { type: 'OutageRegistered', ...about, data: { municipalityId, outageId, startsOn, endsOn, extendsDeadlines } }
        : { type: 'OutageWithdrawn', ...about, data: { municipalityId, outageId } },
    ],
  };
}

function problemsOf({ startsAt, endsAt, summary }: OutageOrder, timeZone: string): FieldProblem[] {
  const text = textProblem('summary', summary, { max: 500, multiline: true });
  const years = [startsAt, endsAt].every((instant) => instant.getUTCFullYear() >= 1990 && instant.getUTCFullYear() <= 2100);
  const right = years && startsAt < endsAt && daysBetween(localDate(startsAt, timeZone), lastDay(endsAt, timeZone)) < longestDays;
  return [...(right ? [] : [periodWrong]), ...(text === undefined ? [] : [text])];
}

/** An outage that ends at midnight does not touch the day that begins then. */
function lastDay(endsAt: Date, timeZone: string): string {
  return localDate(new Date(endsAt.getTime() - 1), timeZone);
}

const periodWrong: FieldProblem = {
  path: 'endsAt',
  code: 'OUT_OF_RANGE',
  message: {
    pt: `O fim deve ser depois do início, em até ${String(longestDays)} dias.`,
    en: `The end must be after the start, at most ${String(longestDays)} days.`,
  },
};
