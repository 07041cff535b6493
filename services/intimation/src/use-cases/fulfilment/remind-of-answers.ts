import { remind } from '../../domain/fulfilment/remind.ts';
import { defineUseCase } from '../define.ts';

export interface RemindOfAnswers {
  readonly noticeIds: readonly string[];
  /** Aligned with the notices. */
  readonly daysBefore: readonly number[];
}

/** Many reminders of a city that are due together (IN-19). */
export const remindOfAnswers = defineUseCase({
  name: 'remindOfAnswers',
  action: 'notice:follow-all-dates',
  load: async ({ input }: { input: RemindOfAnswers }, { notices }) => notices.findMany(input.noticeIds),

  run({ input: { noticeIds, daysBefore }, resource: found, now }) {
    const byId = new Map(found.map((notice) => [notice.id, notice]));
    const events = noticeIds.flatMap((id, index) => {
      const [notice, days] = [byId.get(id), daysBefore[index]];
      const event = notice === undefined || days === undefined ? undefined : remind(notice, days, now);
      return event === undefined ? [] : [event];
    });
    return Promise.resolve({ result: { noticeIds: events.map(({ aggregate }) => aggregate.id) }, events });
  },
});
