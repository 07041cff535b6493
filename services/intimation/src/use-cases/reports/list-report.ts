import { refuseProblems } from '@guiche/kit/errors';
import type { PageRequest } from '@guiche/kit/use-case';
import { searchProblems } from '../../domain/reports/report-search.ts';
import type { ReportSearch } from '../../domain/reports/report-search.ts';
import { reportScopeOf } from '../../permissions.ts';
import { timeZoneOf } from '../calendar/working-calendar-of.ts';
import { defineQuery } from '../define.ts';
import { staffOf } from '../staff-of.ts';
import { datedSearch } from './dated-search.ts';
import type { ReportOrder } from './ports.ts';

export interface Report {
  readonly municipalityId: string;
  readonly search: ReportSearch;
}

/** The global report (Intimações Eletrônicas, IN-23): issued notices of the caller's units; of the city for administrators. */
export const listReport = defineQuery({
  action: 'report:read',
  load: ({ input }: { input: Report & { order: ReportOrder; page: PageRequest } }) => input,
  async run({ input: { municipalityId, search, order, page }, actor }, ports) {
    refuseProblems(searchProblems(search));
    const timeZone = await timeZoneOf(municipalityId, ports);
    return ports.reports.page(datedSearch(reportScopeOf(staffOf(actor)), search, timeZone), order, page);
  },
});

/** How many rows of a report there are in each status, whichever statuses it lists; asked apart, because it costs. */
export const countReport = defineQuery({
  action: 'report:read',
  load: ({ input }: { input: Report }) => input,
  async run({ input: { municipalityId, search }, actor }, ports) {
    refuseProblems(searchProblems(search));
    const timeZone = await timeZoneOf(municipalityId, ports);
    return ports.reports.countByStatus(datedSearch(reportScopeOf(staffOf(actor)), { ...search, statuses: [] }, timeZone));
  },
});
