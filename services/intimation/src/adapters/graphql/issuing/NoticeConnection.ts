import type { NoticeConnectionResolvers } from '../../../generated/graphql.ts';
import { inOrderOfStatus } from './status-view.ts';

export const NoticeConnection: NoticeConnectionResolvers = {
  countsByStatus: async ({ countsByStatus }) => inOrderOfStatus(await countsByStatus()),
};
