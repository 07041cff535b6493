import type { Connection } from 'mongoose';
import { Gauge } from 'prom-client';
import type { Registry } from 'prom-client';
import type { ReportExportState } from '../../domain/reports/report-export.ts';
import type { ReportExportRow } from '../mongo/reports/report-export-row.ts';

const watched: readonly ReportExportState[] = ['WAITING', 'RUNNING', 'FAILED'];

/** Spreadsheets of reports by state; those that failed in the last seven days are an alarm. */
export function registerReportMetrics({ metrics, connection }: { metrics: Registry; connection: Connection }): void {
  const exports = connection.model<ReportExportRow>('ReportExport');
  new Gauge({
    name: 'guiche_intimation_exports',
    help: 'Spreadsheets of intimations that were asked for in the last seven days, by state; FAILED ones were given up',
    labelNames: ['state'],
    registers: [metrics],
    // With the database away the gauge keeps its last value, so that the other metrics can still be read.
    async collect() {
      for (const state of watched) {
        const count = await exports.countDocuments({ state }).catch(() => undefined);
        if (count !== undefined) this.set({ state }, count);
      }
    },
  });
}
