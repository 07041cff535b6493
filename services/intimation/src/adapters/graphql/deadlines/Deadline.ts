import type { DeadlineResolvers } from '../../../generated/graphql.ts';

export const Deadline: DeadlineResolvers = {
  steps: ({ steps }) => [...steps],
};
