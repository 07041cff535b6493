// `npm run bench -- events`: from the commit of an event in one service to its effect committed in the next, and how
// fast a backlog drains. Real MongoDB and RabbitMQ of its own; the effect is one small transaction.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createLog } from '@guiche/kit/log';
import { inTransaction } from '@guiche/kit/mongo';
import { createInbox, createOutbox, createRelay } from '@guiche/kit/outbox';
import type { DomainEvent, Envelope, EnvelopeCodec } from '@guiche/kit/outbox';
import { connectBroker, createPublisher, declareSystem, startConsumer } from '@guiche/kit/rabbit';
import type { ServiceTopology } from '@guiche/kit/rabbit';
import { testBroker, testDatabase } from '@guiche/kit/testing';
import { startInfrastructure } from '../infrastructure/infrastructure.ts';
import { findProjectRoot, localFolderIn } from '../infrastructure/local-folder.ts';
import { newSecrets } from '../infrastructure/secrets.ts';
import { eventually } from '../journey/eventually.ts';
import { describeMachine } from './machine.ts';

const perSecond = 50;
const seconds = 20;
const backlog = 10_000;
const aggregates = 1_000;

const producer: ServiceTopology = { service: 'producer', bindings: [] };
const consumer: ServiceTopology = { service: 'consumer', bindings: [{ exchange: 'ev.producer', key: 'thing.#' }] };
const log = createLog({ service: 'bench', level: 'fatal' });
const codec: EnvelopeCodec = {
  encode: (envelope) => Buffer.from(JSON.stringify({ ...envelope, payload: '' })),
  decode(bytes) {
    const parsed = JSON.parse(Buffer.from(bytes).toString('utf8')) as Envelope & { occurredAt: string };
    return { ...parsed, occurredAt: new Date(parsed.occurredAt), payload: new Uint8Array() };
  },
};

console.log(describeMachine());
const folder = await mkdtemp(join(tmpdir(), 'guiche-bench-'));
const { cacheFolder } = localFolderIn(join(findProjectRoot(), '.guiche'));
const servers = await startInfrastructure({ folder, logFolder: folder, cacheFolder, secrets: newSecrets() });
try {
  process.env['TEST_MONGO_URL'] = servers.mongo.url;
  process.env['TEST_RABBITMQ_URL'] = servers.rabbit.url;
  process.env['TEST_RABBITMQ_API'] = servers.rabbit.apiUrl;
  await measure();
} finally {
  await servers.stop();
  await rm(folder, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const [from, to, broker] = await Promise.all([testDatabase(), testDatabase(), testBroker()]);
  const [saying, hearing] = await Promise.all([connectBroker({ url: broker.url, log }), connectBroker({ url: broker.url, log })]);
  await declareSystem(saying, [producer, consumer]);
  const outbox = createOutbox({
    connection: from.connection,
    producer: 'producer',
    codec,
    publish: ({ type }) => ({ exchange: 'ev.producer', key: 'thing.happened.v1', type, schemaVersion: 1, payload: new Uint8Array() }),
  });
  const inbox = createInbox({ connection: to.connection });
  await Promise.all([outbox.ensureIndexes(), inbox.ensureIndexes()]);
  const effects = to.connection.collection<{ _id: string }>('effects');
  await to.connection.createCollection('effects');
  const relay = createRelay({ connection: from.connection, outbox, publisher: createPublisher(saying, { topology: producer }), owner: 'bench', log });

  const say = async (thing: string): Promise<string> => {
    const event: DomainEvent = { type: 'ThingHappened', aggregate: { type: 'thing', id: thing }, tenantId: 'bench', data: {} };
    const eventId = randomUUID();
    const meta = { now: new Date(), eventIds: [eventId], correlationId: eventId, causationId: '', traceparent: '' };
    await inTransaction(from.connection, (session) => outbox.append(session, [event], meta));
    outbox.ring();
    return eventId;
  };
  let done = 0;
  const finishedAt = new Map<string, number>();
  const hear = () =>
    startConsumer({
      broker: hearing,
      codec,
      connection: to.connection,
      log,
      prefetch: 32,
      subscription: {
        ...consumer,
        handlers: {},
        async otherwise({ eventId }, delivery) {
          await inTransaction(to.connection, async (session) => {
            await inbox.accept(session, delivery, new Date());
            await effects.insertOne({ _id: eventId }, { session });
          });
          done += 1;
          finishedAt.set(eventId, performance.now());
        },
      },
    });

  relay.start();
  let listening = await hear();
  await listening.ready();
  const waits: Promise<number>[] = [];
  for (let count = 0; count < perSecond * seconds; count += 1) {
    waits.push(
      say(`thing-${String(count % aggregates)}`).then(async (eventId) => {
        const committedAt = performance.now();
        return eventually('an effect', () => Promise.resolve(finishedAt.get(eventId))).then((at) => at - committedAt);
      }),
    );
    await delay(1_000 / perSecond);
  }
  const latencies = (await Promise.all(waits)).sort((left, right) => left - right);
  const at = (share: number): string => (latencies[Math.ceil(share * latencies.length) - 1] ?? 0).toFixed(0);
  console.log(`commit to effect, ${String(perSecond)} events/s for ${String(seconds)} s: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`);

  await listening.stop();
  for (let start = 0; start < backlog; start += 100) {
    await Promise.all(Array.from({ length: 100 }, (_, offset) => say(`backlog-${String((start + offset) % aggregates)}`)));
  }
  await eventually('the relay', async () => ((await relay.oldestPendingMs()) === 0 ? true : undefined), 60_000);
  done = 0;
  const startedAt = performance.now();
  listening = await hear();
  await eventually('the backlog', () => Promise.resolve(done >= backlog ? true : undefined), 300_000);
  const took = (performance.now() - startedAt) / 1_000;
  console.log(`backlog of ${String(backlog)}: drained at ${(backlog / took).toFixed(0)} events/s`);

  await listening.stop();
  await relay.stop();
  await Promise.all([saying.close(), hearing.close()]);
  await Promise.all([from.drop(), to.drop(), broker.drop()]);
}
