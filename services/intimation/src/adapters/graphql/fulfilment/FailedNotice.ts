import type { FailedNoticeResolvers } from '../../../generated/graphql.ts';
import { noticeWorkLabels } from '../../../domain/fulfilment/failed-notice.ts';
import { readNotices } from '../../../use-cases/issuing/read-notices.ts';
import { viewOf } from '../view-of.ts';

export const FailedNotice: FailedNoticeResolvers = {
  work: ({ work }) => viewOf(noticeWorkLabels, work),
  notice: ({ noticeId }, _args, { entity }) => entity(readNotices, noticeId),
};
