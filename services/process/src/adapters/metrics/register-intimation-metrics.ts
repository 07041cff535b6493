import type { Connection } from 'mongoose';
import { Gauge } from 'prom-client';
import type { Registry } from 'prom-client';
import type { ProcessRow } from '../mongo/processes/process-row.ts';

/**
 * Processes that are suspended, blocked or annexed with an intimation in course. PR-06 refuses that, so that it can only
 * come about by a race: the dates of the intimation go on, its certificates are filed, and anything above 0 is an alarm.
 */
export function registerIntimationMetrics({ metrics, connection }: { metrics: Registry; connection: Connection }): void {
  const processes = connection.model<ProcessRow>('Process');
  new Gauge({
    name: 'guiche_processes_halted_in_intimation',
    help: 'Processes that are suspended, blocked or annexed while an intimation is in course on them; must be 0',
    registers: [metrics],
    // With the database away the gauge keeps its last value, so that the other metrics can still be read.
    async collect() {
      const halted = { state: { $in: ['SUSPENDED', 'BLOCKED', 'ANNEXED'] as const }, 'intimationsInCourse.0': { $exists: true } };
      const count = await processes.countDocuments(halted).catch(() => undefined);
      if (count !== undefined) this.set(count);
    },
  });
}
