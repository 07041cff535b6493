import { remind } from '../../domain/fulfilment/remind.ts';
import { defineUseCase } from '../define.ts';
import { loadNotice } from './load-notice.ts';

/** Reminds of an answer that is demanded and missing (IN-19). */
export const remindOfAnswer = defineUseCase({
  name: 'remindOfAnswer',
  action: 'notice:follow-dates',
  load: ({ input }: { input: { noticeId: string; daysBefore: number } }, ports) => loadNotice({ input }, ports),

  run({ input, resource: { notice }, now }) {
    const event = remind(notice, input.daysBefore, now);
    return Promise.resolve({ result: { noticeId: notice.id }, events: event === undefined ? [] : [event] });
  },
});
