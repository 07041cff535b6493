import { fulfilmentErrors } from '../../domain/fulfilment/errors.ts';
import { defineUseCase } from '../define.ts';

/** Puts something that failed back in line, once its cause is gone; its legal date stays what it is. */
export const retryFailedNotice = defineUseCase({
  name: 'retryFailedNotice',
  action: 'failed-notice:retry',
  async load({ input }: { input: { id: string } }, { failedNotices }) {
    const failed = await failedNotices.find(input.id);
    if (failed === undefined) throw fulfilmentErrors.FAILED_NOTICE_NOT_FOUND();
    return failed;
  },

  async run({ resource: failed }, { failedNotices }) {
    if (!(await failedNotices.retry(failed))) throw fulfilmentErrors.FAILED_NOTICE_NOT_FOUND();
    const { noticeId, municipalityId, work, reason } = failed;
    return {
      result: { id: failed.id, noticeId },
      audit: [{ entity: { type: 'notice', id: noticeId }, municipalityId, before: { work, failed: reason }, after: { work, failed: null } }],
    };
  },
});
