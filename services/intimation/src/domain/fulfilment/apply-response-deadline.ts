import type { Notice } from '../issuing/notice.ts';
import type { NoticeDeadlineChanged, NoticeOverdue } from './events.ts';
import { lastResponseDeadline } from './last-response-deadline.ts';
import type { LegalDays } from './legal-days.ts';
import { isUnanswered, markOverdue } from './mark-overdue.ts';
import { recount } from './recount.ts';

/**
 * What the last day to answer comes to at an instant (IN-21). Like a tacit deadline it is counted once more first: an outage
 * that was registered while the notice was being fulfilled may not have come to it, and nobody is late for a day that
 * was extended (IN-20). `undefined` when there is nothing to do; the same notice when only an event is to be told.
 */
export function applyResponseDeadline(
  notice: Notice,
  { days, now }: { days: LegalDays; now: Date },
): { state: Notice; events: readonly (NoticeDeadlineChanged | NoticeOverdue)[] } | undefined {
  const last = lastResponseDeadline(notice);
  if (!isUnanswered(notice) || last === null || now <= last.endsAt) return undefined;
  const cause = { at: now, reason: 'Calendário do município ou indisponibilidade registrados depois do cumprimento.', fromDate: last.date };
  const counted = recount(notice, days, cause);
  const current = counted?.state ?? notice;
  const marked = markOverdue(current, now);
  const state = marked?.state ?? current;
  return { state: state === notice ? notice : { ...state, version: notice.version + 1 }, events: [...(counted?.events ?? []), ...(marked?.events ?? [])] };
}
