import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { createRevokedSessions, createTokenVerifier, remoteKeySet } from '../auth/index.ts';
import { createCityClocks, ensureCityClocks } from '../clock/index.ts';
import { keyRing } from '../config/index.ts';
import { createDownloads, createUploads, gridFsFileStore } from '../files/index.ts';
import { createContext, createSubgraph } from '../graphql/index.ts';
import type { SubgraphContext } from '../graphql/index.ts';
import { createHttpFront, createMetrics, startTracing } from '../lifecycle/index.ts';
import { createLog } from '../log/index.ts';
import { clockErrorMs, connectMongo, createCounters, pingMongo, prepareCollections } from '../mongo/index.ts';
import { createInbox, createOutbox, createRelay } from '../outbox/index.ts';
import type { DeliveryRef, Envelope } from '../outbox/index.ts';
import { connectBroker, createPublisher, registerQueueDepths, startConsumer } from '../rabbit/index.ts';
import { createJobs, createWorker, jobsIn } from '../schedule/index.ts';
import type { Job, JobBatch, JobData, JobHandlers, WorkerOptions } from '../schedule/index.ts';
import { createAuditTrail, createIdempotencyStore, createPipeline } from '../use-case/index.ts';
import type { Origin } from '../use-case/index.ts';
import { ensureRevokedSessions } from './revoked-sessions-collection.ts';
import type { JobBatchReaction, JobReaction, ServiceDefinition, ServiceExtras, ServiceSettings, StartedService } from './service-definition.ts';
import type { ServiceParts } from './service-parts.ts';

/**
 * Starts a service: database and indexes first (a start without them fails), then the broker in the background (a
 * broker that is down does not matter: the outbox grows), consumer, jobs, and last the HTTP front.
 */
export async function startService<
  Config extends ServiceSettings,
  Resources extends object,
  Ports,
  Context extends SubgraphContext<Resources, Ports>,
  Data extends JobData,
>(
  definition: ServiceDefinition<Config, Resources, Ports, Context, Data>,
  extras: ServiceExtras = {},
): Promise<StartedService<Config, Resources, Ports, Data>> {
  const { config, name } = definition;
  const now = extras.now ?? (() => new Date());
  const checkpoint = extras.checkpoint === undefined ? {} : { checkpoint: extras.checkpoint };
  const lease = extras.leaseMs === undefined ? {} : { leaseMs: extras.leaseMs };
  const owner = `${hostname()}:${randomUUID()}`;
  const log = createLog({ service: name, level: config.LOG_LEVEL });
  const metrics = createMetrics({ service: name });
  const tracing = await startTracing({ endpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT, serviceName: name });

  const connection = connectMongo(config.MONGO_URL, { appName: name, monitorCommands: extras.monitorCommands ?? false });
  const outbox = createOutbox({ connection, producer: name, codec: definition.codec, publish: definition.publish });
  const inbox = createInbox({ connection });
  const audit = createAuditTrail(connection);
  const key = keyRing(config.SECRET);
  const idempotency = createIdempotencyStore(connection, key('idempotency'));
  const jobs = createJobs<Data>({ connection });
  const clocks = createCityClocks({ connection, now, onError: (error) => log.warn({ err: error }, 'clocks of cities not read') });
  const files = gridFsFileStore(connection, { bucket: 'files' });
  const publicPath = `${config.PUBLIC_URL}/files/${name}`;
  const uploads = createUploads({ connection, store: files, key: key('upload-url'), publicPath, now });
  const downloads = createDownloads({ store: files, key: key('download-url'), publicPath, now });
  const keySet = definition.keySet ?? remoteKeySet({ url: config.JWKS_URL, now });
  const parts: ServiceParts<Config, Data> = {
    config,
    connection,
    log,
    metrics,
    now,
    clocks,
    counters: createCounters(connection),
    jobs,
    files,
    uploads,
    downloads,
    keySet,
    key,
  };

  definition.models(connection);
  await connection.asPromise();
  await prepareCollections(connection);
  for (const part of [outbox, inbox, audit, idempotency]) await part.ensureIndexes();
  await jobs.prepare();
  await uploads.prepare();
  await ensureRevokedSessions(connection);
  await ensureCityClocks(connection);
  await clocks.refresh();
  clocks.start();

  const pipeline = createPipeline<Resources, Ports>({
    connection,
    permissions: definition.permissions,
    ports: (session, reads, place) =>
      definition.ports(
        place === undefined ? parts : { ...parts, now: () => clocks.now(place.municipalityId), jobs: jobsIn(jobs, place) },
        session,
        reads,
      ),
    outbox,
    audit,
    idempotency,
    now,
    clocks,
    ...(definition.onCityTime === undefined ? {} : { onCityTime: definition.onCityTime }),
    ...checkpoint,
  });

  const broker = await connectBroker({ url: config.RABBITMQ_URL, log, name });
  const publisher = createPublisher(broker, { topology: definition.topology });
  const relay = createRelay({ connection, outbox, publisher, owner, log, metrics, ...lease, ...checkpoint });
  relay.start();
  registerQueueDepths(metrics, broker, name);
  const reactions = Object.entries(definition.reactions(pipeline, parts)).map(([type, react]) => [
    type,
    async (envelope: Envelope, delivery: DeliveryRef): Promise<void> => {
      await react(envelope, (session, at) => inbox.accept(session, delivery, at), originOf(envelope));
    },
  ] as const);
  const consumer = await startConsumer({
    broker,
    subscription: {
      service: name,
      bindings: definition.topology.bindings,
      handlers: Object.fromEntries(reactions),
      otherwise: (_envelope, delivery) => pipeline.note((session, at) => inbox.accept(session, delivery, at)),
    },
    codec: definition.codec,
    connection,
    prefetch: 32,
    log,
    metrics,
    ...checkpoint,
  });

  const jobReactions = definition.jobs(pipeline, parts);
  const batches = Object.fromEntries(
    Object.entries(definition.jobBatches?.(pipeline, parts) ?? {}).map(([kind, batch]): [string, JobBatch] => {
      const { size, react } = batch as JobBatchReaction<string, object>;
      const handle = async (due: readonly Job[]): Promise<void> => {
        const [first] = due;
        if (first !== undefined) await react(due, (session, at) => jobs.completeAll(session, due, at), originOfJob(first));
      };
      return [kind, { size, handle }];
    }),
  ) as unknown as NonNullable<WorkerOptions<Data>['batches']>;
  const onJobFailed = definition.onJobFailed?.(pipeline, parts);
  const handlers = Object.fromEntries(
    Object.entries(jobReactions).map(([kind, react]) => [
      kind,
      async (job: Job): Promise<void> => {
        await (react as JobReaction<string, object>)(job, jobs.completion(job), originOfJob(job));
      },
    ]),
  ) as unknown as JobHandlers<Data>;
  const worker = createWorker<Data>({
    jobs,
    handlers,
    batches,
    now,
    ahead: () => clocks.ahead(),
    log,
    owner,
    metrics,
    pollMs: 250,
    // A clock that a test gives is wrong on purpose.
    ...(extras.now === undefined ? { mostAheadMs: mostWrongMs } : {}),
    ...lease,
    ...checkpoint,
    ...(onJobFailed === undefined
      ? {}
      : {
          onFailed: async (job: Job, error: Error) => {
            await onJobFailed(job, error, () => Promise.resolve(), originOfJob(job));
          },
        }),
  });
  worker.start();
  outbox.onRing(() => {
    worker.wake();
  });

  const revoked = createRevokedSessions({
    connection,
    now,
    onError: (error) => log.warn({ err: error }, 'revoked sessions not refreshed'),
  });
  await revoked.refresh();
  revoked.start();
  const sweep = setInterval(() => {
    uploads.sweep().catch((error: unknown) => {
      log.warn({ err: error }, 'uploads not swept');
    });
  }, sweepEveryMs);
  sweep.unref();

  const verifier = createTokenVerifier({ keySet, issuer: config.TOKEN_ISSUER, now, isRevoked: (id) => revoked.isRevoked(id) });
  const subgraph = createSubgraph({
    typeDefs: definition.typeDefs,
    resolvers: definition.resolvers,
    verifier,
    gatewayCredential: config.GATEWAY_CREDENTIAL,
    log,
    context: (request) => definition.context(createContext({ pipeline, ...request }), parts),
  });
  await subgraph.start();

  const front = createHttpFront({
    log,
    metrics,
    checks: [
      { name: 'mongodb', required: true, check: () => pingMongo(connection) },
      { name: 'clock', required: true, check: async () => extras.now !== undefined || (await clockErrorMs(connection)) < mostWrongMs },
      { name: 'rabbitmq', required: false, check: () => broker.connected('publishing') },
    ],
    routes: [
      {
        method: 'POST',
        path: '/graphql',
        streamsBody: true,
        handle: (request, response, { correlationId }) => subgraph.handle(request, response, correlationId),
      },
      uploads.route,
      downloads.route,
      ...(definition.routes?.(parts) ?? []),
    ],
  });
  const url = await front.listen({ host: config.HOST, port: config.PORT });
  front.ready();

  const stop = {
    unready: () => {
      front.unready();
    },
    stopWork: async () => {
      revoked.stop();
      clocks.stop();
      clearInterval(sweep);
      await Promise.all([consumer.stop(), worker.stop()]);
      await definition.onStop?.();
    },
    closeFront: async () => {
      await front.close();
      await subgraph.stop();
    },
    stopRelay: () => relay.stop(),
    closeBroker: async () => {
      await publisher.stop();
      await broker.close();
    },
    closeDatabase: () => connection.close(),
    stopTracing: () => tracing.stop(),
  };
  return {
    url,
    stop,
    parts,
    pipeline,
    wake: () => {
      worker.wake();
    },
    consuming: () => consumer.ready(),
    async close() {
      stop.unready();
      await stop.stopWork();
      await stop.closeFront();
      await stop.stopRelay();
      await stop.closeBroker();
      await stop.closeDatabase();
      await stop.stopTracing();
    },
  };
}

/** A process whose clock is off that of the database by more serves nobody and does nothing that is due. */
const mostWrongMs = 60_000;

/** Abandoned uploads are only litter, so a timer that a restart forgets is good enough for them. */
const sweepEveryMs = 10 * 60_000;

function originOf(envelope: Envelope): Origin {
  const { correlationId, eventId, traceparent, tenantId } = envelope;
  return { correlationId, causationId: eventId, traceparent, municipalityId: tenantId };
}

/** Jobs carry the correlation id of what added them when their data says so. */
function originOfJob(job: Job): Origin {
  const data: { correlationId?: unknown } = job.data;
  const correlationId = typeof data.correlationId === 'string' ? data.correlationId : `job-${job.id}`;
  return { correlationId, causationId: job.id, ...(job.municipalityId === null ? {} : { municipalityId: job.municipalityId }) };
}
