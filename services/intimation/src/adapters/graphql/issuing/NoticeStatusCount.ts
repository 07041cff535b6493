import type { NoticeStatusCountResolvers } from '../../../generated/graphql.ts';
import { statusView } from './status-view.ts';

export const NoticeStatusCount: NoticeStatusCountResolvers = {
  status: ({ status }) => statusView(status),
};
