import { connectionOf } from '@guiche/kit/graphql';
import { pageRequest } from '@guiche/kit/use-case';
import type { MunicipalCalendarResolvers } from '../../../generated/graphql.ts';
import { listHolidays } from '../../../use-cases/calendar/list-holidays.ts';
import { readRegisteredHolidays } from '../../../use-cases/calendar/read-registered-holidays.ts';
import { pageOfHolidays } from './page-of-holidays.ts';

export const MunicipalCalendar: MunicipalCalendarResolvers = {
  tacitDaysByProcessType: ({ tacitDaysByProcessType }) => [...tacitDaysByProcessType],
  async holidays(calendar, { year, body = null, ...paging }, { ask, entity }) {
    const ofCity = await entity(readRegisteredHolidays, calendar.municipalityId);
    const holidays = await ask(listHolidays, { calendar, ofCity, year, body });
    return connectionOf(pageOfHolidays(holidays, pageRequest(paging)));
  },
};
