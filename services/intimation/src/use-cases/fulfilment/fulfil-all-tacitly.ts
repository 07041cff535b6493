import { applyTacitDeadline } from '../../domain/fulfilment/apply-tacit-deadline.ts';
import { instantsOf } from '../../domain/fulfilment/notice-instants.ts';
import type { Notice } from '../../domain/issuing/notice.ts';
import { defineUseCase } from '../define.ts';
import type { Ports } from '../ports.ts';
import { legalDaysOf } from './legal-days-of.ts';
import type { AnswerDates } from './ports.ts';
import { scheduleNext, traceOf } from './save-notice.ts';

/**
 * Many tacit deadlines of a city that are over together, in as few commands as one (IN-12): thousands may fall due at the
 * same instant. Does for each what `fulfilTacitly` does; when one of them cannot be done, none is, and each goes by itself.
 */
export const fulfilAllTacitly = defineUseCase({
  name: 'fulfilAllTacitly',
  action: 'notice:fulfil-all-tacitly',
  load: async ({ input }: { input: { noticeIds: readonly string[] } }, { notices }) => notices.findMany(input.noticeIds),

  async run({ resource: found, now }, ports) {
    const pending = found.filter(({ actState, fulfilment, tacit }) => actState === 'ISSUED' && fulfilment === null && tacit !== null);
    const changes: (NonNullable<ReturnType<typeof applyTacitDeadline>> & { readonly before: Notice })[] = [];
    const earliest = new Date(Math.min(...pending.map(({ requestedAt }) => requestedAt.getTime())));
    for (const together of Map.groupBy(pending, ({ municipalityId, body }) => JSON.stringify([municipalityId, body])).values()) {
      const [first] = together;
      if (first === undefined) continue;
      const days = await legalDaysOf(first, earliest, ports);
      for (const before of together) {
        const done = applyTacitDeadline(before, { days, recipientName: await nameOf(before, ports), now });
        if (done !== undefined) changes.push({ before, ...done });
      }
    }
    if (changes.length > 0) await ports.notices.updateAll(changes.map(({ state }) => state));
    const after = new Map(changes.map(({ state }) => [state.id, state]));
    const fulfilled = changes.map(({ state }) => state).filter(({ fulfilment }) => fulfilment !== null);
    if (fulfilled.length > 0) await ports.noticeSchedule.expectAnswers(fulfilled.map(answerDatesOf));
    // Those whose date moved wait for the new one.
    const waiting = pending.map((notice) => after.get(notice.id) ?? notice).filter(({ fulfilment }) => fulfilment === null);
    for (const notice of waiting) await scheduleNext(notice, ports.noticeSchedule);
    return {
      result: { noticeIds: fulfilled.map(({ id }) => id) },
      events: changes.flatMap(({ events }) => events),
      audit: changes.map(({ before, state }) => traceOf(before, state)),
    };
  },
});

/** Only who was intimated without a name known is looked up. */
async function nameOf({ recipient }: Notice, { recipients }: Pick<Ports, 'recipients'>): Promise<string | null> {
  return recipient.name ?? (await recipients.find(recipient.recipientId))?.name ?? null;
}

function answerDatesOf(notice: Notice): AnswerDates {
  const { markOverdueAt, reminders } = instantsOf(notice);
  return { noticeId: notice.id, markOverdueAt, reminders };
}
