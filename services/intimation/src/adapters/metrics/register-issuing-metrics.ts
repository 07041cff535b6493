import type { Connection } from 'mongoose';
import { Gauge } from 'prom-client';
import type { Registry } from 'prom-client';
import { stuckAfterMs } from '../../domain/issuing/intimation.ts';
import type { IntimationRow } from '../mongo/issuing/intimation-row.ts';

/** How many intimations process has not answered for two minutes: anything above 0 is an alarm. */
export function registerIssuingMetrics({ metrics, connection, now }: { metrics: Registry; connection: Connection; now: () => Date }): void {
  const intimations = connection.model<IntimationRow>('Intimation');
  new Gauge({
    name: 'guiche_intimations_stuck',
    help: 'Intimations whose binding has not been answered for two minutes',
    registers: [metrics],
    // With the database away the gauge keeps its last value, so that the other metrics can still be read.
    async collect() {
      const before = new Date(now().getTime() - stuckAfterMs);
      const count = await intimations.countDocuments({ state: 'REQUESTED', requestedAt: { $lte: before } }).catch(() => undefined);
      if (count !== undefined) this.set(count);
    },
  });
}
