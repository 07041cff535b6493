import type { LegalDays } from '../../domain/fulfilment/legal-days.ts';
import { recount } from '../../domain/fulfilment/recount.ts';
import type { NoticeDeadlineChanged } from '../../domain/fulfilment/events.ts';
import type { Notice } from '../../domain/issuing/notice.ts';
import type { ClaimedRecomputation } from '../calendar/ports.ts';
import { defineUseCase } from '../define.ts';
import { legalDaysOf } from './legal-days-of.ts';
import { scheduleNext, traceOf } from './save-notice.ts';

export interface RecountBatch {
  readonly claimed: ClaimedRecomputation;
  /** How many notices at once. */
  readonly limit: number;
  readonly leaseMs: number;
}

/** How far a recomputation is after a batch. */
export type RecountProgress = Pick<ClaimedRecomputation, 'cursor' | 'examined' | 'moved'> & { readonly isDone: boolean };

/**
 * Counts the dates of one page of notices anew after a change of the calendar. Dates, their jobs and how far it is are
 * one transaction, so that a batch that breaks off is done again whole, and one that was done changes nothing again.
 */
export const recountBatch = defineUseCase({
  name: 'recountBatch',
  action: 'notice:recount',
  load: ({ input }: { input: RecountBatch }) => input.claimed,

  async run({ input: { claimed, limit, leaseMs }, now }, ports) {
    const { notices, noticeSchedule, recomputations } = ports;
    const { municipalityId, body, fromDate, cause } = claimed;
    const page = await ports.recountable({ municipalityId, body, fromDate, cursor: claimed.cursor, limit });
    const { cursor } = page;
    if (cursor === null) {
      await recomputations.finish(claimed, now);
      return { result: { ...progressOf(claimed), isDone: true } };
    }

    const days = new Map<string | null, LegalDays>();
    const changes: { readonly before: Notice; readonly state: Notice; readonly events: readonly NoticeDeadlineChanged[] }[] = [];
    const earliest = new Date(Math.min(...page.notices.map(({ requestedAt }) => requestedAt.getTime())));
    for (const before of page.notices) {
      const known = days.get(before.body) ?? (await legalDaysOf(before, earliest, ports));
      days.set(before.body, known);
      const change = recount(before, known, { at: now, reason: cause.reason, fromDate });
      if (change !== undefined) changes.push({ before, ...change });
    }

    if (changes.length > 0) await notices.updateAll(changes.map(({ state }) => state));
    const moved = changes.filter(({ events }) => events.length > 0);
    for (const { state } of moved) await scheduleNext(state, noticeSchedule);
    const progress = { cursor, examined: claimed.examined + page.notices.length, moved: claimed.moved + moved.length };
    await recomputations.advance(claimed, { ...progress, leaseMs });
    return {
      result: { ...progress, isDone: false },
      events: moved.flatMap(({ events }) => events),
      audit: moved.map(({ before, state }) => traceOf(before, state)),
    };
  },
});

function progressOf({ cursor, examined, moved }: ClaimedRecomputation): Omit<RecountProgress, 'isDone'> {
  return { cursor, examined, moved };
}
