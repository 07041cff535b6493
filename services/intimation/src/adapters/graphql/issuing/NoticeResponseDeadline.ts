import type { NoticeResponseDeadlineResolvers } from '../../../generated/graphql.ts';
import { daysLeft, isRunning } from '../../../domain/issuing/next-deadline.ts';

export const NoticeResponseDeadline: NoticeResponseDeadlineResolvers = {
  deadline: ({ current }) => current,
  daysLeft: ({ current, municipalityId }, _args, { nowIn }) => daysLeft(current, nowIn(municipalityId)),
  open: ({ current, municipalityId }, _args, { nowIn }) => isRunning(current, nowIn(municipalityId)),
};
