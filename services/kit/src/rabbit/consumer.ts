import { setTimeout as sleep } from 'node:timers/promises';
import type { ConfirmChannel, ConsumeMessage } from 'amqplib';
import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { Checkpoint } from '../outbox/checkpoint.ts';
import { isDuplicateDelivery, isEarlyDelivery } from '../outbox/delivery-errors.ts';
import type { DeliveryRef, Envelope, EnvelopeCodec } from '../outbox/envelope.ts';
import { createAggregateLanes } from './aggregate-lanes.ts';
import type { Broker } from './broker.ts';
import { consumerMetrics } from './consumer-metrics.ts';
import { createPublisher } from './publisher.ts';
import { createRedeliveryAttempts } from './redelivery-attempts.ts';
import { codeOf, isTransient } from './retry-policy.ts';
import { createSettlement, messageIdOf } from './settlement.ts';
import type { Decoded, Delivery } from './settlement.ts';
import { consumerNames, declareTopology, queuesOf, subscriptionsOf } from './topology.ts';
import type { Binding } from './topology.ts';

/** Must accept the delivery in the inbox within the transaction of its effect, and resolve after the commit. */
export type EventHandler = (envelope: Envelope, delivery: DeliveryRef) => Promise<void>;

export interface Subscription {
  service: string;
  bindings: readonly Binding[];
  /** By full message type name. */
  handlers: Readonly<Record<string, EventHandler>>;
  /** For every other event of a bound aggregate; it must accept the delivery too. */
  otherwise: EventHandler;
}

export interface Consumer {
  /** Resolves once the queue is consumed and every binding exists. */
  ready(): Promise<void>;
  /** Takes no more messages, finishes those being handled, gives the rest back to the broker. */
  stop(): Promise<void>;
}

interface Incoming extends Decoded {
  key: string;
  seq: number;
}

const mostCrashes = 5;
const stopTimeoutMs = 8_000;

/**
 * Consumes the service's own queue: different aggregates at the same time up to `prefetch`, one aggregate in order.
 * Acknowledges after the handler has committed, or after the broker has confirmed the message in a retry queue or in
 * parking. Every way a message can go is in the README of this folder.
 */
export async function startConsumer(options: {
  broker: Broker;
  subscription: Subscription;
  codec: EnvelopeCodec;
  /** The service's database, for the counts of redelivered messages. */
  connection: Connection;
  log: Logger;
  prefetch?: number;
  metrics?: Registry;
  checkpoint?: Checkpoint;
  /** Waits between the in-process tries; a little randomness is added. */
  retryDelaysMs?: readonly number[];
  /** How long an early message is held in memory before it goes to a retry queue. */
  holdMs?: number;
}): Promise<Consumer> {
  const { broker, subscription, codec, log, prefetch = 10, holdMs = 500 } = options;
  const { service } = subscription;
  const retryDelaysMs = options.retryDelaysMs ?? [50, 200, 1_000];
  const checkpoint = options.checkpoint ?? (() => undefined);
  const names = consumerNames(service);
  const handlers = new Map(Object.entries(subscription.handlers));
  const metrics = options.metrics === undefined ? undefined : consumerMetrics(options.metrics);
  const attempts = createRedeliveryAttempts(options.connection, service);
  const publisher = createPublisher(broker);
  const stopping = new AbortController();
  const closedChannels = new WeakSet<ConfirmChannel>();
  const tags = new Map<ConfirmChannel, string>();
  const isClosed = (channel: ConfirmChannel): boolean => closedChannels.has(channel);
  const settle = createSettlement({ service, publisher, log, metrics, checkpoint, isClosed, isAbandoned, pause });
  let redeliveredTurn: Promise<unknown> = Promise.resolve();

  const lanes = createAggregateLanes<Incoming>({
    holdMs,
    mostHeld: Math.max(1, Math.floor(prefetch / 2)),
    defer: settle.defer,
    async handle(incoming) {
      try {
        return incoming.message.fields.redelivered ? await inTurn(() => handleRedelivered(incoming)) : await handle(incoming);
      } catch (error) {
        log.error({ err: error, eventId: incoming.envelope.eventId }, 'a delivery could not be settled');
        return 'done';
      }
    },
  });

  function receive(channel: ConfirmChannel, message: ConsumeMessage): void {
    try {
      const envelope = codec.decode(message.content);
      const key = `${envelope.aggregateType}:${envelope.aggregateId}`;
      lanes.push({ key, seq: envelope.aggregateSeq, channel, message, envelope });
    } catch (error) {
      void settle.park({ channel, message }, 'undecodable', codeOf(error));
    }
  }

  /** One at a time, so that a message that kills the process is alone with its count. */
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = redeliveredTurn.then(work, work);
    redeliveredTurn = turn.catch(() => undefined);
    return turn;
  }

  async function handleRedelivered(incoming: Incoming): Promise<'done' | 'early'> {
    if (isAbandoned(incoming)) return 'done';
    const id = messageIdOf(incoming);
    let begun: number;
    try {
      begun = await attempts.begin(id);
    } catch (error) {
      await settle.fail(incoming, error);
      return 'done';
    }
    if (begun > mostCrashes) {
      await settle.park(incoming, 'crash-loop', 'CRASH_LOOP');
    }
    const outcome = begun > mostCrashes ? 'done' : await handle(incoming);
    await attempts.forget(id).catch(() => undefined);
    return outcome;
  }

  async function handle(incoming: Incoming): Promise<'done' | 'early'> {
    for (let failures = 0; !isAbandoned(incoming); failures += 1) {
      try {
        await apply(incoming);
        await settle.ack(incoming);
        return 'done';
      } catch (error) {
        if (isEarlyDelivery(error)) return 'early';
        if (isDuplicateDelivery(error)) {
          metrics?.duplicate();
          await settle.ack(incoming);
          return 'done';
        }
        const delayMs = retryDelaysMs[failures];
        if (!isTransient(error) || delayMs === undefined) {
          await settle.fail(incoming, error);
          return 'done';
        }
        await pause(delayMs * (1 + Math.random() / 2));
      }
    }
    return 'done';
  }

  async function apply({ envelope }: Incoming): Promise<void> {
    const startedAt = performance.now();
    await checkpoint('consumer.beforeHandle');
    const handler = handlers.get(envelope.type) ?? subscription.otherwise;
    await handler(envelope, {
      consumer: service,
      eventId: envelope.eventId,
      aggregateType: envelope.aggregateType,
      aggregateId: envelope.aggregateId,
      seq: envelope.aggregateSeq,
    });
    await checkpoint('consumer.afterCommit');
    metrics?.handled(envelope.type, (performance.now() - startedAt) / 1000);
  }

  /** The broker has taken the message back, or the consumer is stopping: it will come again. */
  function isAbandoned({ channel }: Delivery): boolean {
    return closedChannels.has(channel) || stopping.signal.aborted;
  }

  async function pause(delayMs: number): Promise<void> {
    await sleep(delayMs, undefined, { signal: stopping.signal }).catch(() => undefined);
  }

  await attempts.ensureIndexes().catch((error: unknown) => {
    log.warn({ err: error }, 'the index of the redelivery counts is missing');
  });

  const consuming = broker.keepChannel('consuming', {
    name: `consume ${names.queue}`,
    async setup(channel) {
      channel.once('close', () => {
        closedChannels.add(channel);
        tags.delete(channel);
        lanes.drop((incoming) => incoming.channel === channel);
      });
      await declareTopology(channel, queuesOf(service));
      await channel.prefetch(prefetch);
      const { consumerTag } = await channel.consume(names.queue, (message) => {
        if (message !== null) receive(channel, message);
        else void channel.close().catch(() => undefined); // The queue was deleted: begin again.
      });
      tags.set(channel, consumerTag);
    },
  });

  // One channel per binding: a missing exchange closes it, and it is tried again until the producer has declared it.
  const bindings = subscriptionsOf(subscription).map((binding) =>
    broker.keepChannel('consuming', {
      name: `bind ${binding.queue} to ${binding.source} ${binding.key}`,
      async setup(channel) {
        await declareTopology(channel, { exchanges: [], queues: [], bindings: [binding] });
      },
    }),
  );

  return {
    async ready() {
      await Promise.all([consuming, ...bindings].map((kept) => kept.opened()));
    },
    async stop() {
      stopping.abort();
      lanes.drop(() => true);
      const cancelling = [...tags].map(([channel, tag]) => channel.cancel(tag).catch(() => undefined));
      await Promise.race([Promise.all(cancelling), sleep(1_000, undefined, { ref: false })]);
      await Promise.race([lanes.idle(), sleep(stopTimeoutMs, undefined, { ref: false })]);
      await Promise.all([consuming, ...bindings].map((kept) => kept.stop()));
      await publisher.stop();
    },
  };
}
