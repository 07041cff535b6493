import type { MutationResolvers } from '../../../generated/graphql.ts';
import { configureCalendar } from '../../../use-cases/calendar/configure-calendar.ts';
import { registerHoliday } from '../../../use-cases/calendar/register-holiday.ts';
import { registerOutage } from '../../../use-cases/calendar/register-outage.ts';
import { removeHoliday } from '../../../use-cases/calendar/remove-holiday.ts';
import { withdrawOutage } from '../../../use-cases/calendar/withdraw-outage.ts';

/** Acts on the calendar of a municipality. */
export const calendarActs = {
  async configureCalendar(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(configureCalendar, input);
    return { calendar: result, replayed };
  },
  async registerHoliday(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(registerHoliday, input);
    return { ...result, replayed };
  },
  async removeHoliday(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(removeHoliday, input);
    return { ...result, replayed };
  },
  async registerOutage(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(registerOutage, input);
    return { outage: result, replayed };
  },
  async withdrawOutage(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(withdrawOutage, input);
    return { outage: result, replayed };
  },
} satisfies MutationResolvers;
