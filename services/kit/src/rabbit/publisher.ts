import type { ConfirmChannel } from 'amqplib';
import type { Broker } from './broker.ts';
import type { KeptChannel } from './keep-channel.ts';
import { declareTopology, eventExchange, exchangesOf } from './topology.ts';
import type { ServiceTopology } from './topology.ts';
import { within } from './within.ts';

export interface OutgoingMessage {
  exchange: string;
  key: string;
  bytes: Uint8Array;
  messageId: string;
  type: string;
  headers?: Readonly<Record<string, string | number | boolean>>;
}

export interface Publisher {
  /**
   * Resolves when the broker has confirmed the message and routed it to at least one queue. Rejects with
   * `Unroutable`, `PublishRefused`, or `BrokerUnavailable`, in which case the message may yet have been accepted.
   * Messages of one exchange leave in the order of the calls.
   */
  publish(message: OutgoingMessage): Promise<void>;
  /** Whether it makes sense to try. */
  available(): boolean;
  /** Resolves once the declared exchanges exist; never, while the broker is down. */
  ready(): Promise<void>;
  stop(): Promise<void>;
}

/** Confirmed, but no queue wants it. */
export class Unroutable extends Error {
  override readonly name = 'Unroutable';
}

/** The broker said no to this message, or did not answer in time. */
export class PublishRefused extends Error {
  override readonly name = 'PublishRefused';
}

/** There is no open channel, or it was lost before the answer. Says nothing about the message. */
export class BrokerUnavailable extends Error {
  override readonly name = 'BrokerUnavailable';
}

/** By name, so that two copies of the kit never disagree. */
export function isBrokerUnavailable(error: unknown): boolean {
  return error instanceof Error && error.name === 'BrokerUnavailable';
}

interface Lane {
  kept: KeptChannel;
  returned: Set<string>;
  lastFault: Error | undefined;
}

/**
 * Publishes with confirm and mandatory. Each exchange has its own channel: publishing to one that is missing or
 * forbidden closes the channel, which must not disturb the others. With `topology`, the exchanges of that service
 * are declared first.
 */
export function createPublisher(
  broker: Broker,
  options: {
    topology?: ServiceTopology;
    /** Also declare the operator's `ev.unrouted` and `q.unrouted`; for tests and single-user brokers. */
    declareUnrouted?: boolean;
    confirmTimeoutMs?: number;
  } = {},
): Publisher {
  const { topology, declareUnrouted = false, confirmTimeoutMs = 5_000 } = options;
  const lanes = new Map<string, Lane>();
  let publications = 0;

  function laneOf(exchange: string): Lane {
    const existing = lanes.get(exchange);
    if (existing !== undefined) return existing;
    const returned = new Set<string>();
    const lane: Lane = {
      returned,
      lastFault: undefined,
      kept: broker.keepChannel('publishing', {
        name: `publish to ${exchange}`,
        async setup(channel) {
          if (topology !== undefined) await declareTopology(channel, exchangesOf(topology, { declareUnrouted }));
          returned.clear();
          channel.on('return', (message) => {
            returned.add(String(message.properties.correlationId));
          });
        },
        onError(error) {
          lane.lastFault = error;
        },
      }),
    };
    lanes.set(exchange, lane);
    return lane;
  }

  function send(lane: Lane, channel: ConfirmChannel, message: OutgoingMessage): Promise<void> {
    return new Promise((resolve, reject) => {
      const publication = String(++publications);
      const timer = setTimeout(() => {
        reject(new PublishRefused('The broker did not confirm in time'));
      }, confirmTimeoutMs);
      lane.lastFault = undefined;
      const properties = {
        persistent: true,
        mandatory: true,
        messageId: message.messageId,
        correlationId: publication,
        type: message.type,
        contentType: 'application/x-protobuf',
        headers: { ...message.headers },
      };
      try {
        // The broker returns an unroutable message before it confirms it.
        channel.publish(message.exchange, message.key, Buffer.from(message.bytes), properties, (error: unknown) => {
          clearTimeout(timer);
          if (lane.returned.delete(publication)) reject(new Unroutable(`No queue for ${message.exchange} ${message.key}`));
          else if (error === null || error === undefined) resolve();
          else reject(failure(lane, channel, error));
        });
      } catch (error) {
        clearTimeout(timer);
        reject(failure(lane, channel, error));
      }
    });
  }

  function failure(lane: Lane, channel: ConfirmChannel, error: unknown): Error {
    const reason = error instanceof Error ? error.message : String(error);
    if (lane.lastFault !== undefined) return new PublishRefused(lane.lastFault.message);
    return lane.kept.current() === channel ? new PublishRefused(reason) : new BrokerUnavailable(reason);
  }

  async function open(lane: Lane): Promise<ConfirmChannel> {
    try {
      return await within(lane.kept.opened(), confirmTimeoutMs, 'No channel to the broker');
    } catch (error) {
      throw new BrokerUnavailable(error instanceof Error ? error.message : String(error));
    }
  }

  const own = topology === undefined ? undefined : laneOf(eventExchange(topology.service));

  return {
    publish(message) {
      const lane = laneOf(message.exchange);
      const channel = lane.kept.current();
      if (channel !== null) return send(lane, channel, message);
      if (!broker.connected('publishing')) return Promise.reject(new BrokerUnavailable('No connection to the broker'));
      return open(lane).then((opened) => send(lane, opened, message));
    },
    available: () => broker.connected('publishing'),
    async ready() {
      await own?.kept.opened();
    },
    async stop() {
      await Promise.all([...lanes.values()].map(({ kept }) => kept.stop()));
    },
  };
}
