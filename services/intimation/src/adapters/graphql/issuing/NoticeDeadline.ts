import type { NoticeDeadlineResolvers } from '../../../generated/graphql.ts';

export const NoticeDeadline: NoticeDeadlineResolvers = {
  deadline: ({ current }) => current,
};
