import { markOverdue } from '../../domain/fulfilment/mark-overdue.ts';
import { defineUseCase } from '../define.ts';
import { loadNotice } from './load-notice.ts';
import { saveNotice, scheduleNext } from './save-notice.ts';

/** 00:00 after the last day to answer (IN-21). One whose date moved waits for the new one. */
export const markNoticeOverdue = defineUseCase({
  name: 'markNoticeOverdue',
  action: 'notice:follow-dates',
  load: ({ input }: { input: { noticeId: string } }, ports) => loadNotice({ input }, ports),

  async run({ resource: { notice }, now }, ports) {
    const marked = markOverdue(notice, now);
    if (marked !== undefined && marked.state !== notice) return saveNotice(notice, marked, ports);
    if (marked !== undefined) return { result: { noticeId: notice.id }, events: marked.events };
    await scheduleNext(notice, ports.noticeSchedule);
    return { result: { noticeId: notice.id } };
  },
});
