import type { ClientSession, Connection } from 'mongoose';
import { v7 as uuid } from 'uuid';
import { translateFault } from '../mongo/index.ts';
import type { AnyJob, Job, JobData, JobRef, JobRow } from './job.ts';

/** Thrown by `complete` when another run has taken the job over, or it was cancelled or moved; aborts the transaction. */
export class LeaseLost extends Error {
  constructor(id: string) {
    super(`The lease on job ${id} is lost`);
    this.name = 'LeaseLost';
  }
}

/** A job to come. `key` is unique within its kind, so adding it twice is the same as once. */
export interface NewJob<Data extends JobData, Kind extends keyof Data & string> {
  readonly kind: Kind;
  readonly key: string;
  readonly dueAt: Date;
  readonly data: Data[Kind];
  /** Give one decided before the transaction, when a rerun must write the same row. */
  readonly id?: string;
  /** The city whose clock it follows; real time without one. */
  readonly municipalityId?: string | undefined;
}

/** `overdueMs` is how long the most overdue waiting row has been due; 0 when none is. */
export interface JobCounts {
  readonly waiting: number;
  readonly failed: number;
  readonly overdueMs: number;
}

/** Schedules, deadlines and long retries as rows (architecture.md section 4). The session is the effect's transaction. */
export interface Jobs<Data extends JobData> {
  /** Answers false when the kind has this key already, in whatever state. */
  add<Kind extends keyof Data & string>(session: ClientSession, job: NewJob<Data, Kind>): Promise<boolean>;
  /** Many at once, in one command; answers how many were not there yet. */
  addAll<Kind extends keyof Data & string>(session: ClientSession, jobs: readonly NewJob<Data, Kind>[]): Promise<number>;
  /**
   * Lines it up anew at its moment, in whatever state it is, a running one included; adds it when there is none. For
   * what becomes due again, such as a deadline that was extended after it had passed.
   */
  put<Kind extends keyof Data & string>(session: ClientSession, job: NewJob<Data, Kind>): Promise<void>;
  /** Ends a waiting job unrun, a running one included; false when there is none. */
  cancel(session: ClientSession, kind: keyof Data & string, key: string): Promise<boolean>;
  /** Moves a waiting job, a running one included, and forgets its failures; false when there is none. */
  reschedule(session: ClientSession, kind: keyof Data & string, key: string, dueAt: Date): Promise<boolean>;
  /** Ends a waiting job's back-off because its obstacle is gone; one that is running is left alone. */
  hasten(session: ClientSession, kind: keyof Data & string, key: string): Promise<boolean>;
  /** Ends the job in the transaction of its effect, or throws `LeaseLost`. */
  complete(session: ClientSession, job: JobRef, now: Date): Promise<void>;
  /** Ends several in the transaction of their common effect, or throws `LeaseLost` when one of them is no longer ours. */
  completeAll(session: ClientSession, jobs: readonly JobRef[], now: Date): Promise<void>;
  /** `complete` in the shape of a pipeline's trigger. */
  completion(job: JobRef): (session: ClientSession, now: Date) => Promise<void>;
  /** Puts a failed job back in line at once: an operator's act. */
  retry(session: ClientSession, kind: keyof Data & string, key: string): Promise<boolean>;
  failed(limit: number): Promise<readonly JobRow[]>;
  counts(now: Date): Promise<JobCounts>;
  /** Builds the collection and its indexes; called before serving. */
  prepare(): Promise<void>;
  /** For the worker: the next due row with a fresh lease, or `undefined`. */
  claim(by: {
    owner: string;
    kinds: readonly string[];
    now: Date;
    leaseMs: number;
    /** How far cities are ahead of `now`, in milliseconds. */
    ahead?: ReadonlyMap<string, number>;
    /** Nothing is claimed while `now` is ahead of the database's clock by more: one of the two is wrong. */
    mostAheadMs?: number;
  }): Promise<AnyJob<Data> | undefined>;
  /**
   * For the worker: more due rows like a claimed one, of its kind and city and under its lease; none that failed before,
   * which go alone.
   */
  claimMore(
    job: AnyJob<Data>,
    by: { owner: string; now: Date; leaseMs: number; ahead?: ReadonlyMap<string, number>; limit: number },
  ): Promise<readonly AnyJob<Data>[]>;
  /** For the worker: false when the lease is lost. */
  renew(job: JobRef, leaseMs: number): Promise<boolean>;
  /** For the worker: notes a failure; the row is free again after `delayMs`. */
  postpone(job: JobRef, reason: string, delayMs: number): Promise<void>;
  /** For the worker: ends the row, unless the handler did so already. */
  finish(job: JobRef, end: { state: 'done' | 'failed'; now: Date; reason?: string }): Promise<void>;
}

/** The same jobs, of one city as soon as it is known: what is lined up follows its clock. */
export function jobsIn<Data extends JobData>(jobs: Jobs<Data>, place: { readonly municipalityId: string | undefined }): Jobs<Data> {
  const here = <Kind extends keyof Data & string>(job: NewJob<Data, Kind>) => ({ municipalityId: place.municipalityId, ...job });
  return {
    ...jobs,
    add: (session, job) => jobs.add(session, here(job)),
    addAll: (session, all) => jobs.addAll(session, all.map(here)),
    put: (session, job) => jobs.put(session, here(job)),
  };
}

const held = (job: JobRef) => ({ _id: job.id, state: 'waiting' as const, lease: job.lease });
const inMs = (ms: number) => ({ $dateAdd: { startDate: '$$NOW', unit: 'millisecond', amount: ms } });
/** Three times as long as an event can be sent again (`npm run replay`), so that no key comes back after its row. */
const keptSeconds = 90 * 24 * 3600;
const endedNow = { $currentDate: { endedAt: true } } as const;
const free = { heldUntil: new Date(0), lease: null, owner: null, attempts: 0, lastError: null };

/** The jobs of a service, in the collection `jobs` of its own database. */
export function createJobs<Data extends JobData>({ connection }: { connection: Connection }): Jobs<Data> {
  const rows = connection.collection<JobRow>('jobs');

  const complete: Jobs<Data>['complete'] = async (session, job, now) => {
    const end = { $set: { state: 'done' as const, finishedAt: now, lease: null, owner: null }, ...endedNow };
    const { matchedCount } = await rows.updateOne(held(job), end, { session });
    if (matchedCount === 0) throw new LeaseLost(job.id);
  };

  return {
    async add(session, { id = uuid(), kind, key, dueAt, data, municipalityId = null }) {
      const row = { _id: id, state: 'waiting' as const, dueAt, data, municipalityId, ...free, finishedAt: null };
      const { upsertedCount } = await rows.updateOne({ kind, key }, { $setOnInsert: row }, { upsert: true, session });
      return upsertedCount === 1;
    },

    async addAll(session, all) {
      if (all.length === 0) return 0;
      const writes = all.map(({ id = uuid(), kind, key, dueAt, data, municipalityId = null }) => {
        const row = { _id: id, state: 'waiting' as const, dueAt, data, municipalityId, ...free, finishedAt: null };
        return { updateOne: { filter: { kind, key }, update: { $setOnInsert: row }, upsert: true } };
      });
      const { upsertedCount } = await rows.bulkWrite(writes, { session });
      return upsertedCount;
    },

    async put(session, { id = uuid(), kind, key, dueAt, data, municipalityId = null }) {
      const anew = { state: 'waiting' as const, dueAt, data, municipalityId, ...free, finishedAt: null };
      await rows.updateOne({ kind, key }, { $set: anew, $unset: { endedAt: true }, $setOnInsert: { _id: id } }, { upsert: true, session });
    },

    async cancel(session, kind, key) {
      const end = { $set: { state: 'cancelled' as const, lease: null, owner: null }, $currentDate: { finishedAt: true, endedAt: true } } as const;
      const { matchedCount } = await rows.updateOne({ kind, key, state: 'waiting' }, end, { session });
      return matchedCount === 1;
    },

    async reschedule(session, kind, key, dueAt) {
      const { matchedCount } = await rows.updateOne({ kind, key, state: 'waiting' }, { $set: { dueAt, ...free } }, { session });
      return matchedCount === 1;
    },

    async hasten(session, kind, key) {
      const waiting = { kind, key, state: 'waiting' as const, lease: null };
      const { matchedCount } = await rows.updateOne(waiting, { $set: { heldUntil: free.heldUntil } }, { session });
      return matchedCount === 1;
    },

    complete,

    async completeAll(session, jobs, now) {
      const end = { $set: { state: 'done' as const, finishedAt: now, lease: null, owner: null }, ...endedNow };
      const { matchedCount } = await rows.updateMany({ $or: jobs.map(held) }, end, { session });
      if (matchedCount !== jobs.length) throw new LeaseLost(jobs.map(({ id }) => id).join());
    },

    completion: (job) => (session, now) => complete(session, job, now),

    async retry(session, kind, key) {
      const again = { $set: { state: 'waiting' as const, finishedAt: null, ...free } };
      const { matchedCount } = await rows.updateOne({ kind, key, state: 'failed' }, again, { session });
      return matchedCount === 1;
    },

    failed: (limit) => rows.find({ state: 'failed' }).sort({ finishedAt: 1 }).limit(limit).toArray(),

    async counts(now) {
      const [waiting, failed, oldest] = await Promise.all([
        rows.countDocuments({ state: 'waiting' }),
        rows.countDocuments({ state: 'failed' }),
        rows.findOne({ state: 'waiting' }, { sort: { dueAt: 1 }, projection: { dueAt: 1 } }),
      ]);
      const overdueMs = oldest === null ? 0 : Math.max(0, now.getTime() - oldest.dueAt.getTime());
      return { waiting, failed, overdueMs };
    },

    async prepare() {
      await rows.createIndexes([
        { key: { kind: 1, key: 1 }, unique: true },
        { key: { state: 1, dueAt: 1 } },
        { key: { endedAt: 1 }, name: 'expiry', expireAfterSeconds: keptSeconds, sparse: true },
      ]);
    },

    async claim({ owner, kinds, now, leaseMs, ahead = new Map<string, number>(), mostAheadMs }) {
      const lease = uuid();
      const cities = [...ahead].map(([municipalityId, byMs]) => ({ municipalityId, dueAt: { $lte: new Date(now.getTime() + byMs) } }));
      try {
        const row = await rows.findOneAndUpdate(
          {
            state: 'waiting',
            kind: { $in: [...kinds] },
            ...(cities.length === 0 ? { dueAt: { $lte: now } } : { $or: [{ dueAt: { $lte: now } }, ...cities] }),
            $expr: { $and: [{ $lte: ['$heldUntil', '$$NOW'] }, ...(mostAheadMs === undefined ? [] : [{ $lte: [now, inMs(mostAheadMs)] }])] },
          },
          [{ $set: { lease, owner, heldUntil: inMs(leaseMs) } }],
          { sort: { dueAt: 1 }, returnDocument: 'after' },
        );
        return row === null ? undefined : (jobOf(row, lease) as AnyJob<Data>);
      } catch (error) {
        throw translateFault(error);
      }
    },

    async claimMore({ kind, municipalityId, lease }, { owner, now, leaseMs, ahead, limit }) {
      const dueBy = new Date(now.getTime() + (municipalityId === null ? 0 : (ahead?.get(municipalityId) ?? 0)));
      const free = { state: 'waiting' as const, $expr: { $lte: ['$heldUntil', '$$NOW'] } };
      try {
        const due = { ...free, kind, municipalityId, attempts: 0, dueAt: { $lte: dueBy } };
        const found = await rows.find(due, { projection: { _id: 1 }, sort: { dueAt: 1 }, limit }).toArray();
        if (found.length === 0) return [];
        const ids = { _id: { $in: found.map(({ _id }) => _id) } };
        await rows.updateMany({ ...ids, ...free }, [{ $set: { lease, owner, heldUntil: inMs(leaseMs) } }]);
        const taken = await rows.find({ ...ids, lease }).toArray();
        return taken.map((row) => jobOf(row, lease) as AnyJob<Data>);
      } catch (error) {
        throw translateFault(error);
      }
    },

    async renew(job, leaseMs) {
      const { matchedCount } = await rows.updateOne(held(job), [{ $set: { heldUntil: inMs(leaseMs) } }]);
      return matchedCount === 1;
    },

    async postpone(job, reason, delayMs) {
      await rows.updateOne(held(job), [
        {
          $set: {
            lease: null,
            owner: null,
            attempts: { $add: ['$attempts', 1] },
            lastError: { $literal: reason },
            heldUntil: inMs(delayMs),
          },
        },
      ]);
    },

    async finish(job, { state, now, reason }) {
      const failure = reason === undefined ? {} : { lastError: reason };
      await rows.updateOne(held(job), {
        $set: { state, finishedAt: now, lease: null, owner: null, ...failure },
        ...(state === 'failed' ? { $inc: { attempts: 1 } } : endedNow),
      });
    },
  };
}

function jobOf(row: JobRow, lease: string): Job {
  return { id: row._id, lease, kind: row.kind, key: row.key, dueAt: row.dueAt, data: row.data, attempts: row.attempts, municipalityId: row.municipalityId ?? null };
}
