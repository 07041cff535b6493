import { Counter, Histogram } from 'prom-client';
import type { Registry } from 'prom-client';
import type { ParkReason } from './retry-policy.ts';

/** What a consumer reports about itself. */
export interface ConsumerMetrics {
  handled(type: string, seconds: number): void;
  duplicate(): void;
  deferred(): void;
  retried(): void;
  parked(reason: ParkReason): void;
}

/** Registers the metrics of one service's consumer. */
export function consumerMetrics(registry: Registry): ConsumerMetrics {
  const registers = [registry];
  const handling = new Histogram({
    name: 'guiche_delivery_seconds',
    help: 'Time to handle one event, up to its commit.',
    labelNames: ['type'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers,
  });
  const duplicates = new Counter({
    name: 'guiche_deliveries_duplicates_absorbed_total',
    help: 'Deliveries already applied before.',
    registers,
  });
  const deferred = new Counter({
    name: 'guiche_deliveries_deferred_total',
    help: 'Deliveries sent to wait for their predecessor.',
    registers,
  });
  const retried = new Counter({
    name: 'guiche_deliveries_retried_total',
    help: 'Deliveries sent to a retry queue after a passing fault.',
    registers,
  });
  const parked = new Counter({
    name: 'guiche_deliveries_parked_total',
    help: 'Deliveries given up until an operator looks at them.',
    labelNames: ['reason'],
    registers,
  });

  return {
    handled(type, seconds) {
      handling.observe({ type }, seconds);
    },
    duplicate() {
      duplicates.inc();
    },
    deferred() {
      deferred.inc();
    },
    retried() {
      retried.inc();
    },
    parked(reason) {
      parked.inc({ reason });
    },
  };
}
