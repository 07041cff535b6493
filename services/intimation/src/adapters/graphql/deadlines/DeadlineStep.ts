import type { DeadlineStepResolvers } from '../../../generated/graphql.ts';

export const DeadlineStep: DeadlineStepResolvers = {
  daysInTheWay: ({ daysInTheWay }) => [...daysInTheWay],
};
