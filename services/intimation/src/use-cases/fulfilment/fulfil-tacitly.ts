import { applyTacitDeadline } from '../../domain/fulfilment/apply-tacit-deadline.ts';
import { defineUseCase } from '../define.ts';
import { legalDaysOf } from './legal-days-of.ts';
import { loadNotice } from './load-notice.ts';
import { saveNotice, scheduleNext } from './save-notice.ts';

/**
 * The tacit deadline of one notice is over (IN-12): its legal date is applied, however late this runs. A notice that
 * somebody opened in time, or that was never issued, is left as it is; one whose date moved waits for the new one.
 */
export const fulfilTacitly = defineUseCase({
  name: 'fulfilTacitly',
  action: 'notice:fulfil-tacitly',
  load: ({ input }: { input: { noticeId: string } }, ports) => loadNotice({ input }, ports),

  async run({ resource: { notice, recipient }, now }, ports) {
    const days = await legalDaysOf(notice, notice.requestedAt, ports);
    const done = applyTacitDeadline(notice, { days, recipientName: recipient?.name ?? null, now });
    if (done !== undefined) return saveNotice(notice, done, ports);
    if (notice.fulfilment === null) await scheduleNext(notice, ports.noticeSchedule);
    return { result: { noticeId: notice.id } };
  },
});
