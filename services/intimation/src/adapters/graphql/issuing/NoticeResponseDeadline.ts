import type { NoticeResponseDeadlineResolvers } from '../../../generated/graphql.ts';
import { daysLeft, isRunning } from '../../../domain/issuing/next-deadline.ts';

export const NoticeResponseDeadline: NoticeResponseDeadlineResolvers = {
  deadline: ({ current }) => current,
  daysLeft: ({ current }, _args, { now }) => daysLeft(current, now()),
  open: ({ current }, _args, { now }) => isRunning(current, now()),
};
