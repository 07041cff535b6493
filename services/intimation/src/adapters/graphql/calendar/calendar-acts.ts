import type { MutationResolvers } from '../../../generated/graphql.ts';
import { configureCalendar } from '../../../use-cases/calendar/configure-calendar.ts';

/** Acts on the calendar of a municipality. */
export const calendarActs = {
  async configureCalendar(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(configureCalendar, input);
    return { calendar: result, replayed };
  },
} satisfies MutationResolvers;
