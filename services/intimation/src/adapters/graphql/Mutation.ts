import type { MutationResolvers } from '../../generated/graphql.ts';
import { configureCalendar } from '../../use-cases/configure-calendar.ts';

export const Mutation: MutationResolvers = {
  async configureCalendar(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(configureCalendar, input);
    return { calendar: result, replayed };
  },
};
