import { overdueNotice } from '../../domain/intimations/notice.ts';
import { defineUseCase } from '../define.ts';
import { keepCourse, knownNotice } from './keep-notice.ts';

/** The last day to answer is over without an answer: the process is free again (PR-06, IN-21). */
export const noteNoticeOverdue = defineUseCase({
  name: 'noteNoticeOverdue',
  action: 'notice:follow',
  load: () => null,
  async run({ input }: { input: { noticeId: string } }, ports) {
    const known = await knownNotice(input.noticeId, ports);
    const after = overdueNotice(known.notice);
    if (after !== known.notice) await keepCourse(known, after, ports);
    return { result: null };
  },
});
