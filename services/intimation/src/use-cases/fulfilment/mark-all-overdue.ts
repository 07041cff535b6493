import { applyResponseDeadline } from '../../domain/fulfilment/apply-response-deadline.ts';
import type { LegalDays } from '../../domain/fulfilment/legal-days.ts';
import { isUnanswered } from '../../domain/fulfilment/mark-overdue.ts';
import { defineUseCase } from '../define.ts';
import { legalDaysOf } from './legal-days-of.ts';
import { scheduleNext, traceOf } from './save-notice.ts';

/** Many last days to answer of a city that are over together, in as few commands as one (IN-21). */
export const markAllOverdue = defineUseCase({
  name: 'markAllOverdue',
  action: 'notice:follow-all-dates',
  load: async ({ input }: { input: { noticeIds: readonly string[] } }, { notices }) => notices.findMany(input.noticeIds),

  async run({ resource: found, now }, ports) {
    const { notices, noticeSchedule } = ports;
    const unanswered = found.filter(isUnanswered);
    const earliest = new Date(Math.min(...unanswered.map(({ requestedAt }) => requestedAt.getTime())));
    const days = new Map<string, LegalDays>();
    const changes: (NonNullable<ReturnType<typeof applyResponseDeadline>> & { readonly before: (typeof found)[number] })[] = [];
    for (const before of unanswered) {
      const key = JSON.stringify([before.municipalityId, before.body]);
      const known = days.get(key) ?? (await legalDaysOf(before, earliest, ports));
      days.set(key, known);
      const done = applyResponseDeadline(before, { days: known, now });
      if (done !== undefined) changes.push({ before, ...done });
    }
    const changed = changes.filter(({ before, state }) => state !== before);
    if (changed.length > 0) await notices.updateAll(changed.map(({ state }) => state));
    const over = changes.filter(({ events }) => events.some(({ type }) => type === 'NoticeOverdue')).map(({ state }) => state.id);
    // Those whose date moved wait for the new one.
    const after = new Map(changes.map(({ state }) => [state.id, state]));
    for (const notice of unanswered) if (!over.includes(notice.id)) await scheduleNext(after.get(notice.id) ?? notice, noticeSchedule);
    return {
      result: { noticeIds: over },
      events: changes.flatMap(({ events }) => events),
      audit: changed.map(({ before, state }) => traceOf(before, state)),
    };
  },
});
