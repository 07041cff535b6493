import { addDays, daysBetween, localDate } from '@guiche/kit/calendar';
import type { LocalDate } from '@guiche/kit/calendar';
import { refuseProblems } from '@guiche/kit/errors';
import { searchProblems } from '../../domain/reports/report-search.ts';
import type { Period } from '../../domain/reports/report-search.ts';
import { reportStatistics } from '../../domain/reports/report-statistics.ts';
import { reportScopeOf } from '../../permissions.ts';
import { timeZoneOf } from '../calendar/working-calendar-of.ts';
import { defineQuery } from '../define.ts';
import { staffOf } from '../staff-of.ts';
import { datedSearch } from './dated-search.ts';
import type { Report } from './list-report.ts';

/** Two years, leap day included. */
const daysAtMost = 731;
const daysUnlessTold = 365;

/** What a report adds up to in a period of issue: the last year unless told, two at most. */
export const readStatistics = defineQuery({
  action: 'report:read',
  load: ({ input }: { input: Report }) => input,
  async run({ input: { municipalityId, search }, actor, now }, ports) {
    refuseProblems(searchProblems(search));
    const timeZone = await timeZoneOf(municipalityId, ports);
    const issued = wholePeriod(search.issued, localDate(now, timeZone));
    const dated = datedSearch(reportScopeOf(staffOf(actor)), { ...search, issued }, timeZone);
    return reportStatistics(await ports.reports.tallies(dated, timeZone), issued);
  },
});

function wholePeriod({ from, until }: Period, today: LocalDate): { from: LocalDate; until: LocalDate } {
  const last = until ?? (from === null || from <= today ? today : from);
  const first = from ?? addDays(last, 1 - daysUnlessTold);
  if (daysBetween(first, last) >= daysAtMost) {
    const message = { pt: 'Use um período de até dois anos.', en: 'Use a period of up to two years.' };
    refuseProblems([{ path: 'filter.issued', code: 'OUT_OF_RANGE', message }]);
  }
  return { from: first, until: last };
}
