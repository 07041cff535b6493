import type { ConfirmChannel, ConsumeMessage } from 'amqplib';
import type { Logger } from 'pino';
import type { Checkpoint } from '../outbox/checkpoint.ts';
import type { Envelope } from '../outbox/envelope.ts';
import type { ConsumerMetrics } from './consumer-metrics.ts';
import type { Publisher } from './publisher.ts';
import { decideFailure, deferralTier } from './retry-policy.ts';
import type { ParkReason } from './retry-policy.ts';
import { consumerNames, parkingKey } from './topology.ts';

/** A message as it came, on the channel that has to acknowledge it. */
export interface Delivery {
  readonly channel: ConfirmChannel;
  readonly message: ConsumeMessage;
}

export interface Decoded extends Delivery {
  readonly envelope: Envelope;
}

/** Where a delivery ends: acknowledged, tried again later, or parked. */
export interface Settlement {
  ack(delivery: Delivery): Promise<void>;
  /** Its handler refused it: by the retry policy it comes again or is parked. */
  fail(delivery: Decoded, error: unknown): Promise<void>;
  /** It came before its predecessor. */
  defer(delivery: Decoded): Promise<void>;
  park(delivery: Delivery, reason: ParkReason, code: string): Promise<void>;
}

/** Settles the deliveries of one consumer. */
export function createSettlement(options: {
  service: string;
  publisher: Publisher;
  log: Logger;
  metrics: ConsumerMetrics | undefined;
  checkpoint: Checkpoint;
  isClosed: (channel: ConfirmChannel) => boolean;
  /** The broker has taken the delivery back, or the consumer is stopping. */
  isAbandoned: (delivery: Delivery) => boolean;
  pause: (delayMs: number) => Promise<void>;
}): Settlement {
  const { publisher, log, metrics, checkpoint, isClosed, isAbandoned, pause } = options;
  const { retryExchange, deadLetterExchange } = consumerNames(options.service);

  async function fail(delivery: Decoded, error: unknown): Promise<void> {
    const { eventId, type } = delivery.envelope;
    const decision = decideFailure(error, numberHeader(delivery, 'attempt'));
    if (decision.action === 'park') {
      log.error({ err: error, eventId, type }, 'an event was refused for good');
      await park(delivery, decision.reason, decision.code);
      return;
    }
    const { tier, attempt } = decision;
    log.warn({ err: error, eventId, type, tier, attempt }, 'an event will be tried again');
    metrics?.retried();
    await sendOn(delivery, retryExchange, tier, { attempt });
  }

  async function defer(delivery: Decoded): Promise<void> {
    const { eventId, aggregateSeq: seq } = delivery.envelope;
    const deferrals = numberHeader(delivery, 'deferrals');
    const tier = deferralTier(deferrals);
    if (tier === undefined) {
      await park(delivery, 'gap', 'PREDECESSOR_MISSING');
      return;
    }
    log.debug({ eventId, seq, tier }, 'an early event waits for its predecessor');
    metrics?.deferred();
    await sendOn(delivery, retryExchange, tier, { attempt: numberHeader(delivery, 'attempt'), deferrals: deferrals + 1 });
  }

  async function park(delivery: Delivery, reason: ParkReason, code: string): Promise<void> {
    log.error({ messageId: messageIdOf(delivery), type: typeOf(delivery), reason, code }, 'a message was parked');
    metrics?.parked(reason);
    await sendOn(delivery, deadLetterExchange, parkingKey, {
      attempt: numberHeader(delivery, 'attempt'),
      'guiche-reason': reason,
      'guiche-code': code,
      'guiche-parked-at': new Date().toISOString(),
    });
  }

  /** Hands the message to another queue of this consumer, then acknowledges it: it is never in neither. */
  async function sendOn(delivery: Delivery, exchange: string, key: string, headers: Record<string, string | number>): Promise<void> {
    const messageId = messageIdOf(delivery);
    const outgoing = { exchange, key, bytes: delivery.message.content, messageId, type: typeOf(delivery), headers };
    for (let failures = 0; !isAbandoned(delivery); failures += 1) {
      try {
        await publisher.publish(outgoing);
        await ack(delivery);
        return;
      } catch (error) {
        log.warn({ err: error, messageId, key }, 'a message could not be sent on, trying again');
        await pause(Math.min(5_000, 200 * 2 ** failures));
      }
    }
  }

  async function ack({ channel, message }: Delivery): Promise<void> {
    await checkpoint('consumer.beforeAck');
    if (isClosed(channel)) return;
    channel.ack(message);
    await checkpoint('consumer.afterAck');
  }

  return { ack, fail, defer, park };
}

export function messageIdOf({ message }: Delivery): string {
  const id: unknown = message.properties.messageId;
  return typeof id === 'string' ? id : 'none';
}

function typeOf({ message }: Delivery): string {
  const type: unknown = message.properties.type;
  return typeof type === 'string' ? type : 'unknown';
}

function numberHeader({ message }: Delivery, name: string): number {
  const value: unknown = message.properties.headers?.[name];
  return typeof value === 'number' ? value : 0;
}
