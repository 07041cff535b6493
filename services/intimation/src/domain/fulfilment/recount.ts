import { localDate } from '@guiche/kit/calendar';
import type { LocalDate } from '@guiche/kit/calendar';
import type { Deadline } from '../deadlines/deadline.ts';
import { tacitDeadline } from '../deadlines/tacit-deadline.ts';
import type { Notice } from '../issuing/notice.ts';
import type { TrackedDeadline } from '../issuing/tracked-deadline.ts';
import { countResponse } from './count-responses.ts';
import type { NoticeDeadlineChanged } from './events.ts';
import { lastResponseDeadline } from './last-response-deadline.ts';
import type { LegalDays } from './legal-days.ts';
import { about, toldOf } from './notice-facts.ts';

/** Why dates are counted anew, and from which day on they may move. */
export interface RecountCause {
  readonly at: Date;
  /** In Portuguese. */
  readonly reason: string;
  readonly fromDate: LocalDate;
}

/**
 * Counts the pending dates of a notice anew by the calendar of now: the tacit one by holidays alone, those of responses
 * by holidays and outages (IN-20). A fulfilled tacit date and the window of what was answered in it do not change, nor
 * does any date move into the past. A date that was overdue may become open again (section 2). `undefined` when
 * nothing changes, so that a second run changes nothing.
 */
export function recount(notice: Notice, days: LegalDays, cause: RecountCause): { state: Notice; events: readonly NoticeDeadlineChanged[] } | undefined {
  if (notice.actState !== 'ISSUED') return undefined;
  return notice.fulfilment === null ? recountTacit(notice, days, cause) : recountResponses(notice, notice.fulfilment.on, days, cause);
}

function recountTacit(notice: Notice, { calendar }: LegalDays, cause: RecountCause): ReturnType<typeof recount> {
  const { tacit, issuedAt, tacitDays } = notice;
  if (tacit === null || issuedAt === null || tacitDays === null) return undefined;
  const moved = moveOf(tacit, tacitDeadline(localDate(issuedAt, calendar.timeZone), tacitDays, calendar), cause);
  if (moved === undefined) return undefined;
  return {
    state: { ...notice, tacit: moved, version: notice.version + 1 },
    events: eventsOf(notice, tacit, moved, cause, { deadline: 'TACIT' }),
  };
}

function recountResponses(notice: Notice, fulfilledOn: LocalDate, days: LegalDays, cause: RecountCause): ReturnType<typeof recount> {
  const events: NoticeDeadlineChanged[] = [];
  let changed = false;
  const responseDeadlines = notice.responseDeadlines.map((former) => {
    const option = notice.responseOptions.find(({ responseTypeId }) => responseTypeId === former.responseTypeId);
    const counted = option === undefined ? null : countResponse(option, fulfilledOn, days);
    const isClosed = notice.status === 'RESPONDED' && former.current.endsAt < cause.at;
    const moved = counted === null || isClosed ? undefined : moveOf(former, counted, cause);
    if (moved === undefined) return former;
    changed = true;
    const { responseTypeId, name } = former;
    events.push(...eventsOf(notice, former, moved, cause, { deadline: 'RESPONSE', responseTypeId }));
    return { responseTypeId, name, ...moved };
  });
  if (!changed) return undefined;
  const state = { ...notice, responseDeadlines, version: notice.version + 1 };
  return { state: { ...state, status: statusOf(state, cause.at) }, events };
}

/** PRAZO_VENCIDO --extend--> CUMPRIDA_* (section 2). */
function statusOf(notice: Notice, at: Date): Notice['status'] {
  const last = lastResponseDeadline(notice);
  if (notice.status !== 'OVERDUE' || last === null || last.endsAt < at) return notice.status;
  return notice.fulfilment?.kind === 'CONSULTATION' ? 'FULFILLED_BY_CONSULTATION' : 'FULFILLED_TACITLY';
}

/** The date as it is counted now, with its explanation also where the day stays; `undefined` when nothing changes. */
function moveOf({ originalDate, current, moves }: TrackedDeadline, counted: Deadline, { at, reason, fromDate }: RecountCause): TrackedDeadline | undefined {
  if (current.date < fromDate || JSON.stringify(counted) === JSON.stringify(current)) return undefined;
  // The same instant counted another way is told to nobody; in another time zone the same day ends at another one.
  if (counted.endsAt.getTime() === current.endsAt.getTime()) return { originalDate, current: counted, moves };
  const wouldEndInThePast = counted.endsAt < current.endsAt && counted.endsAt < at;
  if (wouldEndInThePast) return undefined;
  return { originalDate, current: counted, moves: [...moves, { at, cause: reason, from: current.date, to: counted.date }] };
}

function eventsOf(
  notice: Notice,
  former: TrackedDeadline,
  { current }: TrackedDeadline,
  { reason }: RecountCause,
  which: { deadline: 'TACIT' } | { deadline: 'RESPONSE'; responseTypeId: string },
): readonly NoticeDeadlineChanged[] {
  if (former.current.endsAt.getTime() === current.endsAt.getTime()) return [];
  const { date: dueOn, endsAt: dueAt } = current;
  return [
    {
      type: 'NoticeDeadlineChanged',
      ...about(notice),
      data: { ...toldOf(notice), intimationId: notice.intimationId, ...which, formerOn: former.current.date, dueOn, dueAt, cause: reason },
    },
  ];
}
