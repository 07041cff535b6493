import { principalKey } from '@guiche/kit/auth';
import { refuseProblems } from '@guiche/kit/errors';
import { intimationErrors } from '../../domain/errors.ts';
import { reportExportLimits, requestReportExport } from '../../domain/reports/report-export.ts';
import type { ReportFormat } from '../../domain/reports/report-export.ts';
import { searchProblems } from '../../domain/reports/report-search.ts';
import { reportScopeOf } from '../../permissions.ts';
import { timeZoneOf } from '../calendar/working-calendar-of.ts';
import { defineUseCase } from '../define.ts';
import { staffOf } from '../staff-of.ts';
import { datedSearch } from './dated-search.ts';
import type { Report } from './list-report.ts';

/** Somebody of the staff asks for a report as a spreadsheet (IN-23); a job makes it, and another removes it after seven days. */
export const exportReport = defineUseCase({
  name: 'exportReport',
  action: 'report:export',
  load: ({ input }: { input: Report & { format: ReportFormat } }) => input,

  async prepare({ input: { municipalityId, search }, actor, now }, ports) {
    refuseProblems(searchProblems(search));
    const { unfinished, kept } = await ports.reportExports.countOf({ owner: principalKey(actor), now });
    if (unfinished >= reportExportLimits.unfinished || kept >= reportExportLimits.kept) throw intimationErrors.TOO_MANY_INTIMATION_EXPORTS();
    const scope = reportScopeOf(staffOf(actor));
    const counts = await ports.reports.countByStatus(datedSearch(scope, search, await timeZoneOf(municipalityId, ports)));
    return { scope, total: counts.reduce((sum, { count }) => sum + count, 0) };
  },

  async run({ input: { municipalityId, search, format }, actor, prepared: { scope, total }, now, newId }, { reportExports, reportSchedule }) {
    const requested = requestReportExport({ id: newId(), municipalityId, owner: principalKey(actor), scope, search, format, total, at: now });
    await reportExports.insert(requested);
    await reportSchedule.write(requested.id, now);
    await reportSchedule.clear(requested.id, requested.expiresAt);
    const entity = { type: 'intimation-export', id: requested.id };
    return {
      result: { exportId: requested.id },
      audit: [{ entity, municipalityId, before: null, after: { format, total, unitIds: scope.unitIds } }],
    };
  },
});
