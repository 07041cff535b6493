import { Gauge } from 'prom-client';
import type { Registry } from 'prom-client';
import type { Broker } from './broker.ts';
import { consumerNames, retryTiers, unroutedQueue } from './topology.ts';
import type { RetryTier } from './topology.ts';

/** Messages ready in each of a service's queues. */
export interface QueueDepths {
  main: number;
  /** All retry queues together. */
  retry: number;
  parking: number;
  /** The same for all services; must be 0. */
  unrouted: number;
}

/** Asks the broker without declaring anything; a queue that does not exist counts 0. Throws when it is down. */
export async function queueDepths(broker: Broker, service: string, timeoutMs = 2_000): Promise<QueueDepths> {
  const names = consumerNames(service);
  const depth = (queue: string) => depthOf(broker, queue, timeoutMs);
  const tiers = Object.keys(retryTiers) as RetryTier[];
  const [main, parking, unrouted, ...retry] = await Promise.all(
    [names.queue, names.parking, unroutedQueue, ...tiers.map((tier) => names.retryQueue(tier))].map(depth),
  );
  return {
    main: main ?? 0,
    parking: parking ?? 0,
    unrouted: unrouted ?? 0,
    retry: retry.reduce((sum, count) => sum + count, 0),
  };
}

async function depthOf(broker: Broker, queue: string, timeoutMs: number): Promise<number> {
  try {
    return await broker.withChannel(async (channel) => (await channel.checkQueue(queue)).messageCount, timeoutMs);
  } catch (error) {
    if (error instanceof Error && error.message.includes('404')) return 0;
    throw error;
  }
}

/** Registers the depths as a gauge that asks the broker at each scrape, and keeps the last values while it is down. */
export function registerQueueDepths(registry: Registry, broker: Broker, service: string): void {
  new Gauge({
    name: 'guiche_queue_depth',
    help: 'Messages ready in the queues of this consumer; unrouted and parking should be 0.',
    labelNames: ['queue'],
    registers: [registry],
    async collect() {
      if (!broker.connected('publishing')) return;
      const depths = await queueDepths(broker, service);
      for (const [queue, depth] of Object.entries(depths)) this.set({ queue }, depth as number);
    },
  });
}
