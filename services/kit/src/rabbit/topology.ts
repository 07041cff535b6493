import type { ConfirmChannel } from 'amqplib';

export interface Binding {
  exchange: string;
  /** Topic pattern, usually a whole aggregate: `ticket.#`. */
  key: string;
}

/** Everything one service needs on the broker. Plain data, so that an operator can declare it before any service runs. */
export interface ServiceTopology {
  service: string;
  /** Suffixes of exchanges besides `ev.<service>`: `contact` makes `ev.<service>.contact`. */
  exchanges?: readonly string[];
  /** What the service listens to. Empty when it listens to nothing. */
  bindings: readonly Binding[];
  /**
   * Own events nobody listens to on purpose. They go to a queue that keeps only the newest, so that `q.unrouted`
   * holds accidents only.
   */
  unheard?: readonly Binding[];
}

export interface ExchangeDeclaration {
  name: string;
  type: 'topic' | 'direct' | 'fanout';
  arguments: Record<string, string>;
}

export interface QueueDeclaration {
  name: string;
  arguments: Record<string, string | number>;
}

export interface BindingDeclaration {
  source: string;
  queue: string;
  key: string;
}

export interface Declarations {
  exchanges: ExchangeDeclaration[];
  queues: QueueDeclaration[];
  bindings: BindingDeclaration[];
}

/** The retry queues, shortest first. */
export const retryTiers = { '1s': 1_000, '10s': 10_000, '60s': 60_000, '600s': 600_000 } as const;
export type RetryTier = keyof typeof retryTiers;

export const unroutedExchange = 'ev.unrouted';
export const unroutedQueue = 'q.unrouted';

/** Where a service's events go. */
export function eventExchange(service: string, suffix?: string): string {
  return suffix === undefined ? `ev.${service}` : `ev.${service}.${suffix}`;
}

/** The names of a consumer's own objects. */
export function consumerNames(service: string) {
  return {
    queue: `q.${service}.events`,
    parking: `q.${service}.parking`,
    unheard: `q.${service}.unheard`,
    retryQueue: (tier: RetryTier) => `q.${service}.retry.${tier}`,
    retryExchange: `retry.${service}`,
    deadLetterExchange: `dlx.${service}`,
  };
}

/** Key by which `retry.<service>` leads straight back to the service's own queue. */
export const backKey = 'now';
/** Key by which `dlx.<service>` leads to parking. */
export const parkingKey = 'parking';

// From 4.0 on, a queue without a limit gets one of 20 and drops what exceeds it; -1 breaks 3.10 (reliability.md 0).
const never = 1_000_000;
const quorum = { 'x-queue-type': 'quorum', 'x-delivery-limit': never } as const;

/** The operator's objects for messages that no queue wanted. */
export function unroutedDeclarations(): Declarations {
  return {
    exchanges: [{ name: unroutedExchange, type: 'fanout', arguments: {} }],
    queues: [{ name: unroutedQueue, arguments: quorum }],
    bindings: [{ source: unroutedExchange, queue: unroutedQueue, key: '' }],
  };
}

/** The exchanges a service publishes to, and the sink of its unheard events. */
export function exchangesOf(topology: ServiceTopology, { declareUnrouted = false } = {}): Declarations {
  const { service, exchanges = [], unheard = [] } = topology;
  const unrouted = declareUnrouted ? unroutedDeclarations() : { exchanges: [], queues: [], bindings: [] };
  const sink = consumerNames(service).unheard;
  return {
    exchanges: [
      ...unrouted.exchanges,
      ...[undefined, ...exchanges].map((suffix) => ({
        name: eventExchange(service, suffix),
        type: 'topic' as const,
        arguments: { 'alternate-exchange': unroutedExchange },
      })),
    ],
    queues: [
      ...unrouted.queues,
      ...(unheard.length === 0 ? [] : [{ name: sink, arguments: { ...quorum, 'x-max-length': 1, 'x-overflow': 'drop-head' } }]),
    ],
    bindings: [
      ...unrouted.bindings,
      ...unheard.map(({ exchange, key }) => ({ source: exchange, queue: sink, key })),
    ],
  };
}

/** A consumer's own queues and the ways between them; all of them its own, so it needs nobody's permission. */
export function queuesOf(service: string, { deliveryLimit = 20 } = {}): Declarations {
  const names = consumerNames(service);
  const tiers = Object.entries(retryTiers) as [RetryTier, number][];
  const safeDeadLettering = { 'x-dead-letter-strategy': 'at-least-once', 'x-overflow': 'reject-publish' };
  return {
    exchanges: [
      { name: names.retryExchange, type: 'direct', arguments: {} },
      { name: names.deadLetterExchange, type: 'direct', arguments: {} },
    ],
    queues: [
      { name: names.parking, arguments: quorum },
      {
        name: names.queue,
        arguments: {
          ...quorum,
          ...safeDeadLettering,
          'x-delivery-limit': deliveryLimit,
          'x-dead-letter-exchange': names.deadLetterExchange,
          'x-dead-letter-routing-key': parkingKey,
        },
      },
      ...tiers.map(([tier, ttlMs]) => ({
        name: names.retryQueue(tier),
        arguments: {
          ...quorum,
          ...safeDeadLettering,
          'x-message-ttl': ttlMs,
          'x-dead-letter-exchange': names.retryExchange,
          'x-dead-letter-routing-key': backKey,
        },
      })),
    ],
    bindings: [
      { source: names.deadLetterExchange, queue: names.parking, key: parkingKey },
      { source: names.retryExchange, queue: names.queue, key: backKey },
      ...tiers.map(([tier]) => ({ source: names.retryExchange, queue: names.retryQueue(tier), key: tier })),
    ],
  };
}

/** What a consumer's own queue is bound to. */
export function subscriptionsOf({ service, bindings }: Pick<ServiceTopology, 'service' | 'bindings'>): BindingDeclaration[] {
  return bindings.map(({ exchange, key }) => ({ source: exchange, queue: consumerNames(service).queue, key }));
}

/** Everything of several services in an order that works on an empty broker. */
export function systemDeclarations(topologies: readonly ServiceTopology[]): Declarations {
  const parts = [
    unroutedDeclarations(),
    ...topologies.flatMap((topology) => [exchangesOf(topology), queuesOf(topology.service)]),
  ];
  return {
    exchanges: parts.flatMap(({ exchanges }) => exchanges),
    queues: parts.flatMap(({ queues }) => queues),
    bindings: [...parts.flatMap(({ bindings }) => bindings), ...topologies.flatMap(subscriptionsOf)],
  };
}

/** Declares what is missing; what exists with the same arguments stays, with others the broker refuses (406). */
export async function declareTopology(channel: ConfirmChannel, declarations: Declarations): Promise<void> {
  for (const exchange of declarations.exchanges) {
    await channel.assertExchange(exchange.name, exchange.type, { durable: true, arguments: exchange.arguments });
  }
  for (const queue of declarations.queues) {
    await channel.assertQueue(queue.name, { durable: true, arguments: queue.arguments });
  }
  for (const { queue, source, key } of declarations.bindings) await channel.bindQueue(queue, source, key);
}

/** The same as a RabbitMQ definitions file, for a broker that loads it at its own start. */
export function rabbitDefinitions(declarations: Declarations, vhost: string) {
  return {
    exchanges: declarations.exchanges.map(({ name, type, arguments: args }) => ({
      name,
      vhost,
      type,
      durable: true,
      auto_delete: false,
      internal: false,
      arguments: args,
    })),
    queues: declarations.queues.map(({ name, arguments: args }) => ({
      name,
      vhost,
      durable: true,
      auto_delete: false,
      arguments: args,
    })),
    bindings: declarations.bindings.map(({ source, queue, key }) => ({
      source,
      vhost,
      destination: queue,
      destination_type: 'queue',
      routing_key: key,
      arguments: {},
    })),
  };
}
