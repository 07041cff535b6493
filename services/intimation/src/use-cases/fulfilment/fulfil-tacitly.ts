import { fulfil } from '../../domain/fulfilment/fulfil.ts';
import { defineUseCase } from '../define.ts';
import { legalDaysOf } from './legal-days-of.ts';
import { loadNotice } from './load-notice.ts';
import { saveNotice, scheduleNext } from './save-notice.ts';

/**
 * The tacit deadline of one notice is over (IN-12): its stored legal date is applied, however late this runs. A notice
 * that somebody opened in time, or that was never issued, is left as it is; one whose date moved waits for the new one.
 */
export const fulfilTacitly = defineUseCase({
  name: 'fulfilTacitly',
  action: 'notice:fulfil-tacitly',
  load: ({ input }: { input: { noticeId: string } }, ports) => loadNotice({ input }, ports),

  async run({ resource: { notice, recipient }, now }, ports) {
    const unchanged = { result: { noticeId: notice.id } };
    if (notice.actState !== 'ISSUED' || notice.fulfilment !== null || notice.tacit === null) return unchanged;
    if (now <= notice.tacit.current.endsAt) {
      await scheduleNext(notice, ports.noticeSchedule);
      return unchanged;
    }
    const days = await legalDaysOf(notice, notice.requestedAt, ports);
    const done = fulfil(notice, { kind: 'TACIT', at: now }, { days, recipientName: recipient?.name ?? null });
    return done === undefined ? unchanged : saveNotice(notice, done, ports);
  },
});
