import type { Notice } from '../issuing/notice.ts';
import type { NoticeOverdue } from './events.ts';
import { isOpenEnded, lastResponseDeadline } from './last-response-deadline.ts';
import { about, refOf } from './notice-facts.ts';

/**
 * The last day to answer is over (IN-21). `undefined` when it is not, or was answered, or is marked already. The same
 * notice where another way to answer has no last day: nobody is late, but no deadline holds its process any more (PR-06).
 */
export function markOverdue(notice: Notice, at: Date): { state: Notice; events: readonly NoticeOverdue[] } | undefined {
  const last = lastResponseDeadline(notice);
  if (!isUnanswered(notice) || last === null || at.getTime() <= last.endsAt.getTime()) return undefined;
  return {
    state: isOpenEnded(notice) ? notice : { ...notice, status: 'OVERDUE', version: notice.version + 1 },
    events: [{ type: 'NoticeOverdue', ...about(notice), data: refOf(notice) }],
  };
}

/** Fulfilled, not answered, and not overdue. */
export function isUnanswered({ status }: Pick<Notice, 'status'>): boolean {
  return status === 'FULFILLED_TACITLY' || status === 'FULFILLED_BY_CONSULTATION';
}
