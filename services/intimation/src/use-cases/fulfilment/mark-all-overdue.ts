import { markOverdue } from '../../domain/fulfilment/mark-overdue.ts';
import { defineUseCase } from '../define.ts';
import { scheduleNext, traceOf } from './save-notice.ts';

/** Many last days to answer of a city that are over together, in as few commands as one (IN-21). */
export const markAllOverdue = defineUseCase({
  name: 'markAllOverdue',
  action: 'notice:follow-all-dates',
  load: async ({ input }: { input: { noticeIds: readonly string[] } }, { notices }) => notices.findMany(input.noticeIds),

  async run({ resource: found, now }, { notices, noticeSchedule }) {
    const changes = found.flatMap((before) => {
      const marked = markOverdue(before, now);
      return marked === undefined ? [] : [{ before, ...marked }];
    });
    const isOver = new Set(changes.map(({ before }) => before.id));
    const marked = changes.filter(({ before, state }) => state !== before);
    // Those whose date moved wait for the new one.
    for (const notice of found) if (!isOver.has(notice.id)) await scheduleNext(notice, noticeSchedule);
    if (marked.length > 0) await notices.updateAll(marked.map(({ state }) => state));
    return {
      result: { noticeIds: [...isOver] },
      events: changes.flatMap(({ events }) => events),
      audit: marked.map(({ before, state }) => traceOf(before, state)),
    };
  },
});
