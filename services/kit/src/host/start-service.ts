import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { ClientSession, Connection } from 'mongoose';
import type { z } from 'zod';
import { createRevokedSessions, createTokenVerifier, remoteKeySet } from '../auth/index.ts';
import type { KeySet, PermissionTable } from '../auth/index.ts';
import { deriveKey } from '../config/index.ts';
import type { serviceSettings } from '../config/index.ts';
import { createDownloads, createUploads, gridFsFileStore } from '../files/index.ts';
import { createContext, createSubgraph } from '../graphql/index.ts';
import type { SubgraphContext } from '../graphql/index.ts';
import { createHttpFront, createMetrics, startTracing } from '../lifecycle/index.ts';
import type { HttpRoute, RunningService } from '../lifecycle/index.ts';
import { createLog } from '../log/index.ts';
import { connectMongo, createCounters, pingMongo, prepareCollections } from '../mongo/index.ts';
import { createInbox, createOutbox, createRelay } from '../outbox/index.ts';
import type { DeliveryRef, Envelope, EnvelopeCodec, Publish } from '../outbox/index.ts';
import { connectBroker, createPublisher, registerQueueDepths, startConsumer } from '../rabbit/index.ts';
import type { ServiceTopology } from '../rabbit/index.ts';
import { createJobs, createWorker } from '../schedule/index.ts';
import type { Job, JobData, JobHandlers } from '../schedule/index.ts';
import { createAuditTrail, createIdempotencyStore, createPipeline } from '../use-case/index.ts';
import type { Checkpoint, Origin, Pipeline, Trigger } from '../use-case/index.ts';
import { ensureRevokedSessions } from './revoked-sessions-collection.ts';
import type { ServiceParts } from './service-parts.ts';

/** What the settings of any service contain; a service's own config extends it. */
export type ServiceSettings = z.output<typeof serviceSettings>;

/** Reacts to one event by one use case, which gets `trigger` and `origin` as they are. */
export type EventReaction = (envelope: Envelope, trigger: Trigger, origin: Origin) => Promise<unknown>;

/** Does one due job by one use case, which gets `trigger` and `origin` as they are. */
export type JobReaction<Kind extends string, Data> = (
  job: Job<Kind, Data>,
  trigger: Trigger,
  origin: Origin,
) => Promise<unknown>;

/** Everything that differs between services. */
export interface ServiceDefinition<
  Config extends ServiceSettings,
  Resources extends object,
  Ports,
  Context extends SubgraphContext<Resources, Ports>,
  Data extends JobData,
> {
  readonly name: string;
  readonly config: Config;
  readonly permissions: PermissionTable<Resources>;
  /** Text of schema.graphql. */
  readonly typeDefs: string;
  readonly resolvers: object;
  /** Registers the Mongoose models on the connection. */
  models(connection: Connection): void;
  /** Repositories bound to a transaction, or to none for reads. */
  ports(parts: ServiceParts<Config, Data>, session: ClientSession | undefined): Ports;
  /** Adds what the resolvers of this service need besides the common context. */
  context(base: SubgraphContext<Resources, Ports>, parts: ServiceParts<Config, Data>): Context;
  readonly codec: EnvelopeCodec;
  readonly publish: Publish;
  readonly topology: ServiceTopology;
  /** By wire type; every other event of a bound aggregate is only noted. */
  reactions(pipeline: Pipeline<Resources, Ports>, parts: ServiceParts<Config, Data>): Readonly<Record<string, EventReaction>>;
  /** By kind. */
  jobs(
    pipeline: Pipeline<Resources, Ports>,
    parts: ServiceParts<Config, Data>,
  ): { readonly [Kind in keyof Data & string]: JobReaction<Kind, Data[Kind]> };
  /** Called once when a job has failed for good, before its row is marked. */
  onJobFailed?(
    pipeline: Pipeline<Resources, Ports>,
    parts: ServiceParts<Config, Data>,
  ): (job: Job, error: Error, trigger: Trigger, origin: Origin) => Promise<unknown>;
  /** HTTP routes besides /graphql, /files, /health and /metrics. */
  routes?(parts: ServiceParts<Config, Data>): readonly HttpRoute[];
  /** Identity alone verifies with its own keys; everybody else fetches them from JWKS_URL. */
  readonly keySet?: KeySet;
  /** Closes what the service opened besides its parts; called when no event and no job is in hand any more. */
  onStop?(): Promise<void> | void;
}

/** What only tests give: a clock, named points where the process may be stopped, a look at database commands. */
export interface ServiceExtras {
  readonly now?: () => Date;
  readonly checkpoint?: Checkpoint;
  /** How long leases on the outbox and on jobs outlive this process; short where tests kill it. */
  readonly leaseMs?: number;
  /** Lets a test look at every command sent to the database. */
  readonly monitorCommands?: boolean;
}

/** A started service; `wake` looks for due jobs at once, after a test has moved the clock. */
export interface StartedService<Config, Resources extends object, Ports, Data extends JobData> extends RunningService {
  readonly parts: ServiceParts<Config, Data>;
  readonly pipeline: Pipeline<Resources, Ports>;
  wake(): void;
  /** Resolves when the broker is there and every event is bound to the queue; starting does not wait for it. */
  consuming(): Promise<void>;
  /** Takes everything down in the order of a SIGTERM, without its waiting for probes. */
  close(): Promise<void>;
}

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
  const idempotency = createIdempotencyStore(connection, deriveKey(config.SECRET, 'idempotency'));
  const jobs = createJobs<Data>({ connection });
  const files = gridFsFileStore(connection, { bucket: 'files' });
  const key = (label: string): Buffer => deriveKey(config.SECRET, label);
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

  const pipeline = createPipeline<Resources, Ports>({
    connection,
    permissions: definition.permissions,
    ports: (session) => definition.ports(parts, session),
    outbox,
    audit,
    idempotency,
    now,
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
    now,
    log,
    owner,
    metrics,
    pollMs: 250,
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
    log,
    context: ({ actor, origin }) => definition.context(createContext({ pipeline, actor, origin }), parts),
  });
  await subgraph.start();

  const front = createHttpFront({
    log,
    metrics,
    checks: [
      { name: 'mongodb', required: true, check: () => pingMongo(connection) },
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

/** Abandoned uploads are only litter, so a timer that a restart forgets is good enough for them. */
const sweepEveryMs = 10 * 60_000;

function originOf(envelope: Envelope): Origin {
  return { correlationId: envelope.correlationId, causationId: envelope.eventId, traceparent: envelope.traceparent };
}

/** Jobs carry the correlation id of what added them when their data says so. */
function originOfJob(job: Job): Origin {
  const data: { correlationId?: unknown } = job.data;
  return { correlationId: typeof data.correlationId === 'string' ? data.correlationId : `job-${job.id}`, causationId: job.id };
}
