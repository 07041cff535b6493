import { connectionOf } from '@guiche/kit/graphql';
import { pageRequest } from '@guiche/kit/use-case';
import type { MutationResolvers, QueryResolvers } from '../../../generated/graphql.ts';
import { exportReport } from '../../../use-cases/reports/export-report.ts';
import { countReport, listReport } from '../../../use-cases/reports/list-report.ts';
import { findReportExport, listReportExports } from '../../../use-cases/reports/read-exports.ts';
import { readStatistics } from '../../../use-cases/reports/read-statistics.ts';
import { reportConnection } from './report-connection.ts';
import { searchOf } from './search-of.ts';

/** Reads of reports and of their spreadsheets. */
export const reportQueries = {
  async intimationReport(_parent, { municipalityId, filter, order, ...paging }, { ask }) {
    const report = { municipalityId, search: searchOf(filter) };
    const page = await ask(listReport, { ...report, order: order ?? 'ISSUED_LATEST', page: pageRequest(paging) });
    return reportConnection(page, report.search, () => ask(countReport, report));
  },
  intimationStatistics: (_parent, { municipalityId, filter }, { ask }) => ask(readStatistics, { municipalityId, search: searchOf(filter) }),
  intimationExport: (_parent, { id }, { ask }) => ask(findReportExport, { id }),
  myIntimationExports: async (_parent, input, { ask }) => connectionOf(await ask(listReportExports, input)),
} satisfies QueryResolvers;

export const reportActs = {
  async exportIntimations(_parent, { input: { municipalityId, format, filter, idempotencyKey } }, { execute }) {
    const { result, replayed } = await execute(exportReport, { municipalityId, format, search: searchOf(filter), idempotencyKey });
    return { exportId: result.exportId, replayed };
  },
} satisfies MutationResolvers;
