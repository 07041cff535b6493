import type { ClientSession, Connection } from 'mongoose';
import { authorise, isAllowed, principalKey, refusalBeforeLoad } from '../auth/index.ts';
import type { PermissionTable, Principal } from '../auth/index.ts';
import { municipalityOf } from '../clock/index.ts';
import type { CityClocks } from '../clock/index.ts';
import { inTransaction, translateFault } from '../mongo/transaction.ts';
import type { Outbox } from '../outbox/index.ts';
import type { AuditTrail } from './audit.ts';
import type { Command, EntityQuery, Outcome, Query, UseCase } from './define.ts';
import { createGatheredReads } from './gathered-reads.ts';
import type { GatheredReads } from './gathered-reads.ts';
import { createIdSequence } from './id-sequence.ts';
import { AlreadyDone } from './idempotency.ts';
import type { IdempotencyRef, IdempotencyStore } from './idempotency.ts';

/** Where a request came from. Trace fields are empty strings when there is none. */
export interface Origin {
  readonly correlationId: string;
  readonly causationId?: string;
  readonly traceparent?: string;
  readonly address?: string;
  /** What the client calls itself; kept with legal acts. */
  readonly userAgent?: string;
  /** The city it is about, as far as the event or job says so; what is loaded knows better. */
  readonly municipalityId?: string;
}

/** The city that a command is about, once it is known: its ports tell the time there, and line up its jobs. */
export interface Place {
  municipalityId: string | undefined;
}

/**
 * What set a command off besides a user: an event's inbox row or a job's completion. Written first in the same
 * transaction; it throws when the event or job has been dealt with already.
 */
export type Trigger = (session: ClientSession, now: Date) => Promise<void>;

export interface Request<Input> {
  readonly input: Input;
  readonly actor: Principal;
  readonly origin: Origin;
  readonly idempotencyKey?: string | undefined;
  readonly trigger?: Trigger;
}

/** `replayed` is true when the idempotency key had been used and this is the first result again. */
export interface Executed<Result> {
  readonly result: Result;
  readonly replayed: boolean;
}

/** What the reads of one request have in common: ports that gather what they ask of the database. */
export interface Reading<Ports> {
  readonly ports: Ports;
  readonly reads: GatheredReads;
}

/** The one way in: every command and every read of a service goes through here. */
export interface Pipeline<Resources extends object, Ports> {
  execute<Action extends keyof Resources & string, Input, Prepared, Result>(
    useCase: UseCase<Ports, Resources, Action, Input, Prepared, Result>,
    request: Request<Input>,
  ): Promise<Executed<Result>>;
  ask<Action extends keyof Resources & string, Input, Result>(
    query: Query<Ports, Resources, Action, Input, Result>,
    request: Omit<Request<Input>, 'idempotencyKey' | 'trigger'>,
    reading?: Reading<Ports>,
  ): Promise<Result>;
  /** Aligned with `ids`; null for what does not exist and for what the actor may not see. */
  askMany<Action extends keyof Resources & string>(
    query: EntityQuery<Ports, Resources, Action>,
    ids: readonly string[],
    actor: Principal,
    reading?: Reading<Ports>,
  ): Promise<(Resources[Action] | null)[]>;
  /** For the reads of one request, until an act changes what they read. */
  reading(): Reading<Ports>;
  /** Notes an event that needs no action, so that the aggregate's sequence goes on. */
  note(trigger: Trigger): Promise<void>;
}

/** Named points around a transaction, for crash tests; the test entry point alone passes one. */
export type Checkpoint = (name: string) => void | Promise<void>;

/** admit -> transaction( trigger -> idempotency -> load -> authorise -> run -> outbox + audit ) -> result. architecture.md section 3. */
export function createPipeline<Resources extends object, Ports>(options: {
  connection: Connection;
  permissions: PermissionTable<Resources>;
  /** Repositories bound to the transaction, or to none for reads: those of a query may be gathered. */
  ports: (session: ClientSession | undefined, reads?: GatheredReads, place?: Place) => Ports;
  outbox: Outbox;
  audit: AuditTrail;
  idempotency: IdempotencyStore;
  /** Real time. */
  now: () => Date;
  /** Cities whose clock is ahead; without it all follow real time. */
  clocks?: CityClocks;
  /** Whether an action follows the clock of its city, as all do unless told; sessions and proofs do not. */
  onCityTime?: (action: string) => boolean;
  timeoutMs?: number;
  checkpoint?: Checkpoint;
}): Pipeline<Resources, Ports> {
  const { connection, permissions, ports, outbox, audit, idempotency, timeoutMs = 10_000 } = options;
  const checkpoint = options.checkpoint ?? (() => undefined);
  const { onCityTime = () => true } = options;
  const timeAt = (action: string, municipalityId: string | undefined, wall: Date): Date =>
    onCityTime(action) ? (options.clocks?.now(municipalityId, wall) ?? wall) : wall;

  /** What is judged, and the command at the time of the city it is of; loaded again when that is another time. */
  const loadInPlace = async <Timed extends { readonly now: Date }, Resource>(
    load: (command: Timed) => Promise<Resource> | Resource,
    command: Timed,
    { action, place, wall }: { action: string; place: Place; wall: Date },
  ): Promise<{ resource: Resource; command: Timed }> => {
    const resource = await load(command);
    if (!onCityTime(action)) return { resource, command };
    place.municipalityId = municipalityOf(resource) ?? place.municipalityId;
    const now = timeAt(action, place.municipalityId, wall);
    if (now.getTime() === command.now.getTime()) return { resource, command };
    const there = { ...command, now };
    return { resource: await load(there), command: there };
  };

  const newReading = (): Reading<Ports> => {
    const reads = createGatheredReads();
    return { reads, ports: ports(undefined, reads) };
  };

  return {
    async execute(useCase, request) {
      const wall = options.now();
      const { action } = useCase;
      const row = permissions[action];
      const refusal = refusalBeforeLoad(row, request.actor);
      if (refusal !== undefined) throw refusal;
      const place: Place = { municipalityId: onCityTime(action) ? request.origin.municipalityId : undefined };
      const attempt = attemptOf(request, timeAt(action, place.municipalityId, wall));
      await admitOutside(useCase, attemptOf(request, wall), ports(undefined));

      const ref = idempotencyRef(idempotency, useCase.name, request);
      const replay = ref === undefined ? { found: false as const } : await idempotency.find(ref);
      type Result = Awaited<ReturnType<typeof useCase.run>>['result'];
      if (replay.found) return { result: replay.result as Result, replayed: true };

      const ids = createIdSequence(wall);
      const first: Command<typeof request.input> = { ...attempt, newId: () => ids.newId() };
      const prepared = await prepareOutside(useCase, { command: first, row, unbound: ports(undefined, undefined, place) }, (load, command) =>
        loadInPlace(load, command, { action, place, wall }),
      );
      ids.mark();
      await checkpoint(`${action}.beforeTransaction`);

      const work = async (session: ClientSession): Promise<Outcome<Result>> => {
        ids.rewind();
        await request.trigger?.(session, wall);
        if (ref !== undefined) await idempotency.claim(session, ref, wall);
        const bound = ports(session, undefined, place);
        const { resource, command } = await loadInPlace((at: typeof first) => useCase.load(at, bound), first, { action, place, wall });
        authorise(row, request.actor, resource);
        const outcome = await useCase.run({ ...command, resource, prepared }, bound);
        await checkpoint(`${action}.inTransaction`);
        const events = outcome.events ?? [];
        await outbox.append(session, events, {
          now: command.now,
          eventIds: events.map(() => ids.newId()),
          correlationId: request.origin.correlationId,
          causationId: request.origin.causationId ?? '',
          traceparent: request.origin.traceparent ?? '',
        });
        const facts = (outcome.audit ?? []).map((fact) => ({ ...fact, id: ids.newId() }));
        await audit.append(session, facts, {
          action,
          actor: request.actor,
          at: wall,
          address: request.origin.address,
          correlationId: request.origin.correlationId,
        });
        if (ref !== undefined) await idempotency.keep(session, ref, outcome.result);
        await checkpoint(`${action}.beforeCommit`);
        return outcome;
      };

      try {
        const outcome = await inTransaction(connection, work, timeoutMs);
        await checkpoint(`${action}.afterCommit`);
        if ((outcome.events ?? []).length > 0) outbox.ring();
        return { result: outcome.result, replayed: false };
      } catch (error) {
        if (!(error instanceof AlreadyDone) || ref === undefined) throw error;
        const done = await idempotency.find(ref);
        if (!done.found) throw error;
        return { result: done.result as Result, replayed: true };
      }
    },

    reading: newReading,

    async ask(query, request, { ports: bound, reads } = newReading()) {
      const row = permissions[query.action];
      const refusal = refusalBeforeLoad(row, request.actor);
      if (refusal !== undefined) throw refusal;
      const { action } = query;
      const wall = options.now();
      const place: Place = { municipalityId: onCityTime(action) ? request.origin.municipalityId : undefined };
      const first = attemptOf(request, wall);
      try {
        return await reads.during(async () => {
          await query.admit?.(first, bound);
          const { resource, command } = await loadInPlace((at: typeof first) => query.load(at, bound), first, { action, place, wall });
          authorise(row, request.actor, resource);
          return query.run({ ...command, resource }, bound);
        });
      } catch (error) {
        throw translateFault(error);
      }
    },

    async askMany(query, ids, actor, { ports: bound, reads } = newReading()) {
      const row = permissions[query.action];
      if (refusalBeforeLoad(row, actor) !== undefined) return ids.map(() => null);
      try {
        const found = await reads.during(() => query.loadMany([...new Set(ids)], bound, actor));
        const visible = found.filter((entity) => isAllowed(row, actor, entity));
        const byId = new Map(visible.map((entity) => [query.idOf(entity), entity]));
        return ids.map((id) => byId.get(id) ?? null);
      } catch (error) {
        throw translateFault(error);
      }
    },

    async note(trigger) {
      const now = options.now();
      await inTransaction(connection, (session) => trigger(session, now), timeoutMs);
    },
  };
}

function idempotencyRef<Input>(
  store: IdempotencyStore,
  useCase: string,
  request: Request<Input>,
): IdempotencyRef | undefined {
  if (request.idempotencyKey === undefined) return undefined;
  return store.reference({
    actorKey: principalKey(request.actor),
    useCase,
    key: request.idempotencyKey,
    body: request.input,
  });
}

/** A command before it has ids. */
type Attempt<Input> = Omit<Command<Input>, 'newId'>;

function attemptOf<Input>({ input, actor, origin }: Request<Input>, now: Date): Attempt<Input> {
  const { address, userAgent } = origin;
  return { input, actor, now, ...(address === undefined ? {} : { address }), ...(userAgent === undefined ? {} : { userAgent }) };
}

async function admitOutside<Ports, Input>(
  useCase: { admit?(attempt: Attempt<Input>, ports: Ports): Promise<void> },
  attempt: Attempt<Input>,
  unbound: Ports,
): Promise<void> {
  try {
    await useCase.admit?.(attempt, unbound);
  } catch (error) {
    throw translateFault(error);
  }
}

async function prepareOutside<Ports, Resources extends object, Action extends keyof Resources & string, Input, Prepared, Result>(
  useCase: UseCase<Ports, Resources, Action, Input, Prepared, Result>,
  { command, row, unbound }: { command: Command<Input>; row: PermissionTable<Resources>[Action]; unbound: Ports },
  loadInPlace: (
    load: (command: Command<Input>) => Promise<Resources[Action]> | Resources[Action],
    command: Command<Input>,
  ) => Promise<{ resource: Resources[Action]; command: Command<Input> }>,
): Promise<Prepared> {
  if (useCase.prepare === undefined) return undefined as Prepared;
  try {
    const loaded = await loadInPlace((at) => useCase.load(at, unbound), command);
    authorise(row, command.actor, loaded.resource);
    return await useCase.prepare({ ...loaded.command, resource: loaded.resource }, unbound);
  } catch (error) {
    throw translateFault(error);
  }
}
