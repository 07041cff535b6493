import { applyResponseDeadline } from '../../domain/fulfilment/apply-response-deadline.ts';
import { defineUseCase } from '../define.ts';
import { legalDaysOf } from './legal-days-of.ts';
import { loadNotice } from './load-notice.ts';
import { saveNotice, scheduleNext } from './save-notice.ts';

/** 00:00 after the last day to answer (IN-21). One whose date moved waits for the new one. */
export const markNoticeOverdue = defineUseCase({
  name: 'markNoticeOverdue',
  action: 'notice:follow-dates',
  load: ({ input }: { input: { noticeId: string } }, ports) => loadNotice({ input }, ports),

  async run({ resource: { notice }, now }, ports) {
    const done = applyResponseDeadline(notice, { days: await legalDaysOf(notice, notice.requestedAt, ports), now });
    if (done !== undefined && done.state !== notice) return saveNotice(notice, done, ports);
    if (done !== undefined) return { result: { noticeId: notice.id }, events: done.events };
    await scheduleNext(notice, ports.noticeSchedule);
    return { result: { noticeId: notice.id } };
  },
});
