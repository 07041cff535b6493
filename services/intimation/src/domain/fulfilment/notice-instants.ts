import { overdueInstant, reminderInstants } from '../deadlines/response-instants.ts';
import type { Notice } from '../issuing/notice.ts';
import { lastResponseDeadline } from './last-response-deadline.ts';
import { isUnanswered } from './mark-overdue.ts';

/** How long after the end of the tacit day it is applied: a consultation of the last second is committed by then. */
export const tacitGraceMs = 60_000;

/** What has to happen to a notice by itself, and when; the legal dates are those of the notice, not of the run. */
export interface NoticeInstants {
  readonly fulfilTacitlyAt: Date | null;
  readonly markOverdueAt: Date | null;
  readonly reminders: readonly { readonly daysBefore: number; readonly at: Date }[];
}

/** The instants that lie ahead of a notice in the state it is in (IN-12, IN-19, IN-21). */
export function instantsOf(notice: Notice): NoticeInstants {
  const { tacit, fulfilment } = notice;
  if (notice.actState !== 'ISSUED' || tacit === null) return { fulfilTacitlyAt: null, markOverdueAt: null, reminders: [] };
  if (fulfilment === null) {
    return { fulfilTacitlyAt: new Date(tacit.current.endsAt.getTime() + tacitGraceMs), markOverdueAt: null, reminders: [] };
  }
  const last = lastResponseDeadline(notice);
  if (last === null || !isUnanswered(notice)) return { fulfilTacitlyAt: null, markOverdueAt: null, reminders: [] };
  const legallyAt = fulfilment.consultedAt ?? tacit.current.endsAt;
  const reminders = notice.type.responseMode === 'REQUIRED' ? reminderInstants(last.date, last.timeZone).filter(({ at }) => at > legallyAt) : [];
  return { fulfilTacitlyAt: null, markOverdueAt: overdueInstant(last.date, last.timeZone), reminders };
}
