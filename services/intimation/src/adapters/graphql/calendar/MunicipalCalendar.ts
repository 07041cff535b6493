import { connectionOf } from '@guiche/kit/graphql';
import { pageRequest } from '@guiche/kit/use-case';
import type { MunicipalCalendarResolvers } from '../../../generated/graphql.ts';
import { listHolidays } from '../../../use-cases/calendar/list-holidays.ts';
import { pageOfHolidays } from './page-of-holidays.ts';

export const MunicipalCalendar: MunicipalCalendarResolvers = {
  async holidays(calendar, { year, ...paging }, { ask }) {
    const holidays = await ask(listHolidays, { calendar, year });
    return connectionOf(pageOfHolidays(holidays, pageRequest(paging)));
  },
};
