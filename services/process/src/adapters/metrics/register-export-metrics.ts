import type { Connection } from 'mongoose';
import { Gauge } from 'prom-client';
import type { Registry } from 'prom-client';
import type { ExportState } from '../../domain/exports/requested-export.ts';
import type { ExportRow } from '../mongo/exports/export-row.ts';

const watched: readonly ExportState[] = ['WAITING', 'RUNNING', 'FAILED'];

/** Copies of processes by state; those that failed in the last seven days are an alarm. */
export function registerExportMetrics({ metrics, connection, now }: { metrics: Registry; connection: Connection; now: () => Date }): void {
  const exports = connection.model<ExportRow>('Export');
  new Gauge({
    name: 'guiche_process_exports',
    help: 'Whole processes asked for as one file and not over yet, by state; FAILED ones were given up',
    labelNames: ['state'],
    registers: [metrics],
    // With the database away the gauge keeps its last value, so that the other metrics can still be read.
    async collect() {
      for (const state of watched) {
        const count = await exports.countDocuments({ state, expiresAt: { $gt: now() } }).catch(() => undefined);
        if (count !== undefined) this.set({ state }, count);
      }
    },
  });
}
