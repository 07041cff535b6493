import { randomUUID } from 'node:crypto';
import type { ClientSession } from 'mongoose';
import { pino } from 'pino';
import { inTransaction } from '../../mongo/index.ts';
import { createInbox, createOutbox, createRelay } from '../../outbox/index.ts';
import type { DomainEvent, Envelope, EnvelopeCodec, Inbox, Outbox, Relay } from '../../outbox/index.ts';
import { testBroker, testDatabase } from '../../testing/index.ts';
import type { TestBroker, TestDatabase } from '../../testing/index.ts';
import { severableProxy } from './severable-proxy.ts';
import type { SeverableProxy } from './severable-proxy.ts';
import { connectBroker, createPublisher, declareSystem, startConsumer } from '../index.ts';
import type { Broker, Consumer, EventHandler, Publisher, ServiceTopology } from '../index.ts';

export const silent = pino({ level: 'silent' });

/** Two services: what the producer says about things, the consumer writes down. */
export const producer: ServiceTopology = { service: 'producer', exchanges: ['aside'], bindings: [] };
export const consumer: ServiceTopology = {
  service: 'consumer',
  bindings: [{ exchange: 'ev.producer', key: 'thing.#' }],
};

/** Envelopes as JSON: the kit knows no contracts. */
export const jsonCodec: EnvelopeCodec = {
  encode: (envelope) =>
    Buffer.from(JSON.stringify({ ...envelope, payload: Buffer.from(envelope.payload).toString('base64') })),
  decode(bytes) {
    const parsed = JSON.parse(Buffer.from(bytes).toString('utf8')) as Envelope & { payload: string; occurredAt: string };
    return { ...parsed, occurredAt: new Date(parsed.occurredAt), payload: Buffer.from(parsed.payload, 'base64') };
  },
};

/** The wire type of the only event of the rig. */
export const thingHappened = 'test.v1.ThingHappened';

/** One event about `thing`. `exchange` and `key` say where it goes, when not where it should. */
export function event(thing: string, data: { exchange?: string; key?: string } = {}): DomainEvent {
  return { type: 'ThingHappened', aggregate: { type: 'thing', id: thing }, tenantId: 'training', data };
}

export function outboxOf({ connection }: TestDatabase): Outbox {
  return createOutbox({
    connection,
    producer: 'producer',
    codec: jsonCodec,
    publish({ data }) {
      const { exchange = 'ev.producer', key = 'thing.thing-happened.v1' } = data as { exchange?: string; key?: string };
      return { exchange, key, type: thingHappened, schemaVersion: 1, payload: Buffer.from('{}') };
    },
  });
}

/** Stores events the way a command does, in one transaction, and wakes the relay. */
export async function say(database: TestDatabase, outbox: Outbox, events: readonly DomainEvent[]): Promise<string[]> {
  const eventIds = events.map(() => randomUUID());
  const meta = { now: new Date(), eventIds, correlationId: 'test', causationId: 'test', traceparent: '' };
  await inTransaction(database.connection, (session) => outbox.append(session, events, meta));
  outbox.ring();
  return eventIds;
}

export interface Rig {
  database: TestDatabase;
  vhost: TestBroker;
  /** Between the broker and everything of the rig. */
  line: SeverableProxy;
  broker: Broker;
  outbox: Outbox;
  inbox: Inbox;
  publisher: Publisher;
  relay: Relay;
  consume(options?: ConsumeOptions): Promise<Consumer>;
  /** The numbers applied so far, by thing. */
  applied(): Promise<Record<string, number[]>>;
  close(): Promise<void>;
}

export interface ConsumeOptions {
  /** Runs before the effect, outside the transaction. */
  before?: EventHandler;
  retryDelaysMs?: number[];
  prefetch?: number;
  holdMs?: number;
  /** Do not wait for the bindings. */
  early?: boolean;
}

/** One database for both services, one virtual host. Nothing runs until it is started. */
export async function rig({ declared = true } = {}): Promise<Rig> {
  const [database, vhost] = await Promise.all([testDatabase(), testBroker()]);
  const { connection } = database;
  const line = await severableProxy(vhost.url);
  const broker = await connectBroker({ url: line.url, log: silent, reconnectMs: { first: 50, longest: 200 } });
  if (declared) await declareSystem(broker, [producer, consumer]);
  const outbox = outboxOf(database);
  const inbox = createInbox({ connection });
  await outbox.ensureIndexes();
  await inbox.ensureIndexes();
  await connection.createCollection('effects');
  const publisher = createPublisher(broker, { topology: producer });
  const relay = createRelay({ connection, outbox, publisher, owner: randomUUID(), log: silent, pollMs: 100 });
  const effects = connection.collection<{ _id: string; applied: number[] }>('effects');
  const consumers: Consumer[] = [];

  return {
    database,
    vhost,
    line,
    broker,
    outbox,
    inbox,
    publisher,
    relay,
    async consume({ before, early = false, ...options } = {}) {
      const apply = async (session: ClientSession, { aggregateId, aggregateSeq }: Envelope) => {
        await effects.updateOne({ _id: aggregateId }, { $push: { applied: aggregateSeq } }, { session, upsert: true });
      };
      const started = await startConsumer({
        broker,
        codec: jsonCodec,
        connection,
        log: silent,
        subscription: {
          ...consumer,
          handlers: {
            async [thingHappened](envelope, delivery) {
              await before?.(envelope, delivery);
              await inTransaction(connection, async (session) => {
                await inbox.accept(session, delivery, new Date());
                await apply(session, envelope);
              });
            },
          },
          otherwise: (_envelope, delivery) =>
            inTransaction(connection, (session) => inbox.accept(session, delivery, new Date())),
        },
        ...options,
      });
      consumers.push(started);
      if (!early) await started.ready();
      return started;
    },
    async applied() {
      const rows = await effects.find({}, { sort: { _id: 1 } }).toArray();
      return Object.fromEntries(rows.map(({ _id, applied }) => [_id, applied]));
    },
    async close() {
      await relay.stop();
      await Promise.all(consumers.map((started) => started.stop()));
      await broker.close();
      await line.close();
      await vhost.drop();
      await database.drop();
    },
  };
}
