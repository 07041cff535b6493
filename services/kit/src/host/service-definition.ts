import type { ClientSession, Connection } from 'mongoose';
import type { z } from 'zod';
import type { KeySet, PermissionTable } from '../auth/index.ts';
import type { serviceSettings } from '../config/index.ts';
import type { SubgraphContext } from '../graphql/index.ts';
import type { HttpRoute, RunningService } from '../lifecycle/index.ts';
import type { Envelope, EnvelopeCodec, Publish } from '../outbox/index.ts';
import type { ServiceTopology } from '../rabbit/index.ts';
import type { Job, JobData } from '../schedule/index.ts';
import type { Checkpoint, GatheredReads, Origin, Pipeline, Trigger } from '../use-case/index.ts';
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

/** Does many due jobs of one city by one use case, all or none; where that fails, each goes by itself. */
export interface JobBatchReaction<Kind extends string, Data> {
  readonly size: number;
  readonly react: (jobs: readonly Job<Kind, Data>[], trigger: Trigger, origin: Origin) => Promise<unknown>;
}

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
  /** Repositories bound to a transaction, or to none for reads: those of a query may be gathered. */
  ports(parts: ServiceParts<Config, Data>, session: ClientSession | undefined, reads?: GatheredReads): Ports;
  /** Whether an action follows the clock of its city (training cities can move theirs), as all do unless told. */
  onCityTime?(action: string): boolean;
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
  /** Kinds of jobs that are done many at once where many are due, by one use case that gets `trigger` and `origin` as they are. */
  jobBatches?(pipeline: Pipeline<Resources, Ports>, parts: ServiceParts<Config, Data>): { readonly [Kind in keyof Data & string]?: JobBatchReaction<Kind, Data[Kind]> };
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
