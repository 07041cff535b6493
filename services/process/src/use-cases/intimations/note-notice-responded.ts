import { respondNotice } from '../../domain/intimations/notice.ts';
import { defineUseCase } from '../define.ts';
import { keepCourse, knownNotice } from './keep-notice.ts';

/** A recipient answered. Filing the response has noted that already; whatever else says so comes here. */
export const noteNoticeResponded = defineUseCase({
  name: 'noteNoticeResponded',
  action: 'notice:follow',
  load: () => null,
  async run({ input }: { input: { noticeId: string } }, ports) {
    const known = await knownNotice(input.noticeId, ports);
    const after = respondNotice(known.notice);
    if (after !== known.notice) await keepCourse(known, after, ports);
    return { result: null };
  },
});
