import type { MunicipalityResolvers } from '../../generated/graphql.ts';
import { readCalendars } from '../../use-cases/calendar/read-calendars.ts';

export const Municipality: MunicipalityResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  calendar: ({ id }, _args, { entity }) => entity(readCalendars, id),
};
