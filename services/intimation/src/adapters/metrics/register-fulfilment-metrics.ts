import type { Connection } from 'mongoose';
import { Gauge } from 'prom-client';
import type { Registry } from 'prom-client';
import type { NoticeRow } from '../mongo/issuing/notice-row.ts';
import type { RecomputationRow } from '../mongo/calendar/recomputation-row.ts';

/** How long after its moment something that happens to a notice by itself counts as not done. */
export const unservedAfterMs = 60_000;

/** Notices whose date is over and that nothing happened to, or pending ones that nothing would ever happen to: must be 0. */
export async function countUnserved(connection: Connection, now: Date): Promise<number> {
  const notices = connection.model<NoticeRow>('Notice');
  const [late, forgotten] = await Promise.all([
    // Its type as the index has it: without, MongoDB reads all notices instead.
    notices.countDocuments({ changesAt: { $type: 'date', $lt: new Date(now.getTime() - unservedAfterMs) } }),
    notices.countDocuments({ actState: 'ISSUED', status: 'PENDING', changesAt: null }),
  ]);
  return late + forgotten;
}

/** What the operator watches; the age of the oldest due row is kit's `guiche_jobs_overdue_seconds`. */
export function registerFulfilmentMetrics({ metrics, connection, now }: { metrics: Registry; connection: Connection; now: () => Date }): void {
  new Gauge({
    name: 'guiche_notices_overdue_unserved',
    help: 'Notices whose tacit or response date was over a minute ago and that were not fulfilled or marked overdue, and pending ones without a date; must be 0',
    registers: [metrics],
    // With the database away the gauges keep their last value, so that the other metrics can still be read.
    async collect() {
      const count = await countUnserved(connection, now()).catch(() => undefined);
      if (count !== undefined) this.set(count);
    },
  });
  new Gauge({
    name: 'guiche_deadline_recomputations_pending',
    help: 'Changes of calendars whose effect on pending dates is not worked off yet',
    registers: [metrics],
    async collect() {
      const count = await connection.model<RecomputationRow>('Recomputation').countDocuments({ state: 'PENDING' }).catch(() => undefined);
      if (count !== undefined) this.set(count);
    },
  });
}
