import type { Period, ReportSearch } from '../../../domain/reports/report-search.ts';
import type { DayPeriodInput, IntimationReportFilter } from '../../../generated/graphql.ts';

/** What is left out of a filter does not matter. */
export function searchOf(filter: IntimationReportFilter | null | undefined): ReportSearch {
  return {
    statuses: [...new Set(filter?.statuses)],
    overdueOnly: filter?.overdueOnly ?? false,
    typeId: filter?.typeId ?? null,
    unitId: filter?.unitId ?? null,
    processId: filter?.processId ?? null,
    recipientName: filter?.recipientName ?? null,
    issued: periodOf(filter?.issued),
    fulfilled: periodOf(filter?.fulfilled),
    due: periodOf(filter?.due),
  };
}

function periodOf(period: DayPeriodInput | null | undefined): Period {
  return { from: period?.from ?? null, until: period?.until ?? null };
}
