import type {
  ExportIntimationsPayloadResolvers, IntimationExportFileResolvers, IntimationExportResolvers, IntimationReportConnectionResolvers,
  IntimationStatisticsResolvers, IntimationUnitCountResolvers,
} from '../../../generated/graphql.ts';
import { findReportExport } from '../../../use-cases/reports/read-exports.ts';
import { inOrderOfStatus } from '../issuing/status-view.ts';
import { viewOf } from '../view-of.ts';
import { exportFormatLabels, exportStateLabels } from './labels.ts';

const IntimationReportConnection: IntimationReportConnectionResolvers = {
  totalCount: async ({ counts, isListed }) => (await counts()).reduce((sum, { status, count }) => (isListed(status) ? sum + count : sum), 0),
  countsByStatus: async ({ counts }) => inOrderOfStatus(await counts()),
};

const IntimationStatistics: IntimationStatisticsResolvers = {
  byStatus: ({ statuses }) => inOrderOfStatus(statuses),
  byType: ({ types }) => [...types.largest],
  otherTypes: ({ types }) => types.others,
  byUnit: ({ units }) => [...units.largest],
  otherUnits: ({ units }) => units.others,
  byMonth: ({ months }) => [...months],
};

const IntimationUnitCount: IntimationUnitCountResolvers = {
  unit: ({ unitId }) => ({ id: unitId }),
};

const IntimationExport: IntimationExportResolvers = {
  format: ({ format }) => viewOf(exportFormatLabels, format),
  state: ({ state }) => viewOf(exportStateLabels, state),
};

const IntimationExportFile: IntimationExportFileResolvers = {
  downloadUrl: ({ id }, _args, { onceUrl }) => onceUrl(id),
};

const ExportIntimationsPayload: ExportIntimationsPayloadResolvers = {
  export: ({ exportId }, _args, { ask }) => ask(findReportExport, { id: exportId }),
};

/** The types of reports. */
export const reportTypes = {
  ExportIntimationsPayload, IntimationExport, IntimationExportFile, IntimationReportConnection, IntimationStatistics, IntimationUnitCount,
};
