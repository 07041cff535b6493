import type { Logger } from 'pino';
import type { Connection } from 'mongoose';
import type { Registry } from 'prom-client';
import { isBrokerUnavailable } from '../rabbit/publisher.ts';
import type { Publisher } from '../rabbit/publisher.ts';
import type { Checkpoint } from './checkpoint.ts';
import { createLease } from './lease.ts';
import { outboxRows } from './outbox-row.ts';
import type { OutboxRow } from './outbox-row.ts';
import type { Outbox } from './outbox.ts';
import { relayMetrics } from './relay-metrics.ts';
import { createBell } from './bell.ts';

export interface Relay {
  start(): void;
  /** Ends after the batch in flight and gives the lease up. */
  stop(): Promise<void>;
  /** Age of the oldest event not yet published, 0 when there is none. */
  oldestPendingMs(): Promise<number>;
}

const batchSize = 500;
const renewMs = 3_000;
const busyPollMs = 250;
const firstRetryMs = 1_000;
const lastRetryMs = 60_000;

/**
 * Publishes the pending rows of one outbox: concurrently across aggregates, in order within one. Only the holder of
 * the lease publishes; one that was paused past its lease can only publish twice, which the inbox absorbs.
 * A row that cannot be published stays pending with `attempts` and `lastError` and holds back its own aggregate only.
 */
export function createRelay(options: {
  connection: Connection;
  outbox: Outbox;
  publisher: Publisher;
  /** Differs between processes alive at the same time. */
  owner: string;
  log: Logger;
  metrics?: Registry;
  checkpoint?: Checkpoint;
  /** Between two looks at an idle outbox; default 1000. */
  pollMs?: number;
  leaseMs?: number;
}): Relay {
  const { connection, outbox, publisher, log, pollMs = 1_000, leaseMs = 10_000 } = options;
  const checkpoint = options.checkpoint ?? (() => undefined);
  const rows = outboxRows(connection);
  const lease = createLease({ connection, collection: 'relay_lease', name: 'outbox', owner: options.owner, leaseMs });
  const bell = createBell();
  const heldBack = new Map<string, { aggregateType: string; aggregateId: string; until: number }>();
  const metrics = options.metrics === undefined ? undefined : relayMetrics(options.metrics, oldestPendingMs);
  let running: Promise<void> | undefined;
  let stopping = false;
  let renewal: NodeJS.Timeout | undefined;
  let unsubscribe: (() => void) | undefined;

  async function loop(): Promise<void> {
    let lastBusyAt = -Infinity;
    while (!stopping) {
      try {
        if (lease.held() || (await lease.acquire())) {
          const { sent, more } = await publishBatch();
          if (sent > 0) lastBusyAt = performance.now();
          if (sent > 0 && more) continue;
        }
      } catch (error) {
        log.warn({ err: error }, 'the outbox relay could not work and will try again');
      }
      if (stopping) return;
      const busy = performance.now() - lastBusyAt < 30_000 || heldBack.size > 0;
      await bell.wait(lease.held() ? (busy ? Math.min(busyPollMs, pollMs) : pollMs) : Math.min(renewMs, pollMs));
    }
  }

  async function publishBatch(): Promise<{ sent: number; more: boolean }> {
    if (!publisher.available()) return { sent: 0, more: false };
    for (const [key, { until }] of heldBack) if (until <= performance.now()) heldBack.delete(key);
    const excluded = [...heldBack.values()].map(({ aggregateType, aggregateId }) => ({ aggregateType, aggregateId }));
    const batch = await rows
      .find(
        { state: 'pending', ...(excluded.length > 0 && { $nor: excluded }) },
        { sort: { createdAt: 1, seq: 1 }, limit: batchSize, promoteBuffers: true },
      )
      .toArray();

    const confirmed: OutboxRow[] = [];
    await Promise.all([...byAggregate(batch).values()].map((group) => publishInOrder(group, confirmed)));
    if (confirmed.length === 0) return { sent: 0, more: false };
    await checkpoint('outbox.afterConfirm');
    await rows.updateMany(
      { _id: { $in: confirmed.map(({ _id }) => _id) }, state: 'pending' },
      { $set: { state: 'sent' }, $currentDate: { sentAt: true } },
    );
    await checkpoint('outbox.afterMark');
    metrics?.sent(confirmed);
    return { sent: confirmed.length, more: batch.length === batchSize };
  }

  async function publishInOrder(group: readonly OutboxRow[], confirmed: OutboxRow[]): Promise<void> {
    for (const row of group) {
      if (stopping || !lease.held()) return;
      await checkpoint('outbox.beforePublish');
      try {
        const confirm = publisher.publish({
          exchange: row.exchange,
          key: row.key,
          bytes: row.bytes,
          messageId: row._id,
          type: row.type,
          headers: { attempt: 0 },
        });
        const [outcome] = await Promise.allSettled([confirm, checkpoint('outbox.afterPublish')]);
        if (outcome.status === 'rejected') throw outcome.reason;
        confirmed.push(row);
      } catch (error) {
        if (!isBrokerUnavailable(error)) await holdBack(row, error);
        return;
      }
    }
  }

  async function holdBack(row: OutboxRow, error: unknown): Promise<void> {
    const reason = error instanceof Error ? error.message : String(error);
    const delayMs = Math.min(lastRetryMs, firstRetryMs * 2 ** Math.min(row.attempts, 10));
    const { aggregateType, aggregateId } = row;
    heldBack.set(`${aggregateType}:${aggregateId}`, { aggregateType, aggregateId, until: performance.now() + delayMs });
    metrics?.failed();
    log.warn({ eventId: row._id, type: row.type, attempts: row.attempts + 1, reason }, 'an event could not be published');
    await rows.updateOne({ _id: row._id, state: 'pending' }, { $inc: { attempts: 1 }, $set: { lastError: reason } });
  }

  async function renew(): Promise<void> {
    if (!lease.held()) return;
    try {
      await lease.acquire();
    } catch (error) {
      log.warn({ err: error }, 'the lease of the outbox relay could not be renewed');
    }
  }

  async function oldestPendingMs(): Promise<number> {
    const row = await rows.findOne({ state: 'pending' }, { sort: { createdAt: 1, seq: 1 }, projection: { createdAt: 1 } });
    return row === null ? 0 : Math.max(0, Date.now() - row.createdAt.getTime());
  }

  return {
    start() {
      if (running !== undefined) return;
      stopping = false;
      unsubscribe = outbox.onRing(() => {
        bell.ring();
      });
      renewal = setInterval(() => void renew(), Math.min(renewMs, leaseMs / 3));
      running = loop();
    },
    async stop() {
      stopping = true;
      unsubscribe?.();
      bell.ring();
      await running;
      running = undefined;
      clearInterval(renewal);
      if (lease.held()) await lease.release();
    },
    oldestPendingMs,
  };
}

function byAggregate(batch: readonly OutboxRow[]): Map<string, OutboxRow[]> {
  const groups = new Map<string, OutboxRow[]>();
  for (const row of batch) {
    const key = `${row.aggregateType}:${row.aggregateId}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
