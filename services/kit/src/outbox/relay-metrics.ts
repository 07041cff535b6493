import { Counter, Gauge, Histogram } from 'prom-client';
import type { Registry } from 'prom-client';
import type { OutboxRow } from './outbox-row.ts';

/** What a relay reports about itself. */
export interface RelayMetrics {
  sent(rows: readonly OutboxRow[]): void;
  failed(): void;
}

/** Registers the relay's metrics; the age of the oldest pending row is asked for at each scrape. */
export function relayMetrics(registry: Registry, oldestPendingMs: () => Promise<number>): RelayMetrics {
  const published = new Counter({
    name: 'guiche_outbox_published_total',
    help: 'Events confirmed by the broker.',
    registers: [registry],
  });
  const failures = new Counter({
    name: 'guiche_outbox_publish_failures_total',
    help: 'Events the broker refused or could not route; they are tried again.',
    registers: [registry],
  });
  const lag = new Histogram({
    name: 'guiche_outbox_relay_lag_seconds',
    help: 'From the commit of an event to its confirmation by the broker.',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30, 300],
    registers: [registry],
  });
  new Gauge({
    name: 'guiche_outbox_oldest_pending_seconds',
    help: 'Age of the oldest event not yet published.',
    registers: [registry],
    async collect() {
      this.set((await oldestPendingMs()) / 1000);
    },
  });

  return {
    sent(rows) {
      const now = Date.now();
      published.inc(rows.length);
      for (const row of rows) lag.observe(Math.max(0, now - row.createdAt.getTime()) / 1000);
    },
    failed() {
      failures.inc();
    },
  };
}
