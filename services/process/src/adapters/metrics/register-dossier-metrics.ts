import type { Connection } from 'mongoose';
import { Gauge } from 'prom-client';
import type { Registry } from 'prom-client';
import type { DossierState } from '../../domain/accreditation/dossier.ts';
import type { DossierRow } from '../mongo/accreditation/dossier-row.ts';

const unfinished: readonly DossierState[] = ['GATHERING', 'DUE', 'OPENED'];
const stuckAfterMs = 5 * 60_000;

/** How many approved accreditations have not moved for five minutes, by state: anything above 0 is an alarm. */
export function registerDossierMetrics({ metrics, connection, now }: { metrics: Registry; connection: Connection; now: () => Date }): void {
  const dossiers = connection.model<DossierRow>('Dossier');
  new Gauge({
    name: 'guiche_accreditation_dossiers_stuck',
    help: 'Approved accreditations whose process has made no progress for five minutes',
    labelNames: ['state'],
    registers: [metrics],
    // With the database away the gauge keeps its last value, so that the other metrics can still be read.
    async collect() {
      const before = new Date(now().getTime() - stuckAfterMs);
      for (const state of unfinished) {
        const count = await dossiers.countDocuments({ state, updatedAt: { $lt: before } }).catch(() => undefined);
        if (count !== undefined) this.set({ state }, count);
      }
    },
  });
}
