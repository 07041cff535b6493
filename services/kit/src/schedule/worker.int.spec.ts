import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import { defineErrors } from '../errors/index.ts';
import { createLog } from '../log/index.ts';
import { inTransaction } from '../mongo/index.ts';
import { fixedClock, testDatabase, waitFor } from '../testing/index.ts';
import type { MovableClock, TestDatabase } from '../testing/index.ts';
import { createJobs, createWorker, LeaseLost } from './index.ts';
import type { Job, JobHandlers, Jobs, Worker, WorkerOptions } from './index.ts';

interface Kinds extends Record<string, object> {
  remind: { personId: string };
  block: { personId: string };
}
const errors = defineErrors({
  BROKEN_FOR_GOOD: { kind: 'invalid', pt: 'Não dá.', en: 'No way.' },
  AWAY: { kind: 'unavailable', pt: 'Volte depois.', en: 'Come back later.' },
});
const noon = '2026-03-02T12:00:00Z';

let database: TestDatabase;
let jobs: Jobs<Kinds>;
let clock: MovableClock;
let workers: Worker[];

beforeAll(async () => {
  database = await testDatabase();
  jobs = createJobs<Kinds>({ connection: database.connection });
  await jobs.prepare();
});
afterAll(() => database.drop());
beforeEach(async () => {
  clock = fixedClock(noon);
  workers = [];
  await database.connection.collection('jobs').deleteMany({});
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
});

describe('a job', () => {
  it('is added once per kind and key, and only when its transaction commits', async () => {
    expect(await add('remind', 'a')).toBe(true);
    expect(await add('remind', 'a')).toBe(false);
    expect(await add('block', 'a')).toBe(true);
    const doomed = inTransaction(database.connection, async (session) => {
      await jobs.add(session, { kind: 'remind', key: 'b', dueAt: new Date(noon), data: { personId: 'b' } });
      throw new Error('changed my mind');
    });
    await expect(doomed).rejects.toThrow('changed my mind');
    expect((await jobs.counts(clock.now())).waiting).toBe(2);
  });

  it('runs when the injected clock reaches its moment, with the legal moment and not that of the run', async () => {
    const ran: Job[] = [];
    await add('remind', 'a', '2026-03-05T02:59:59.999Z');
    const worker = work({ remind: (job) => void ran.push(job) });
    worker.wake();
    expect((await jobs.counts(clock.now())).waiting).toBe(1);
    clock.set('2026-03-09T15:00:00Z');
    worker.wake();
    await waitFor(() => ran.length === 1, { describe: 'the job to run' });
    expect(ran[0]).toMatchObject({ key: 'a', data: { personId: 'a' }, dueAt: new Date('2026-03-05T02:59:59.999Z') });
    await noneWaiting();
  });

  it('does not run after it was cancelled, and runs later after it was moved', async () => {
    const ran: string[] = [];
    await add('remind', 'cancelled');
    await add('remind', 'moved');
    await inTransaction(database.connection, async (session) => {
      expect(await jobs.cancel(session, 'remind', 'cancelled')).toBe(true);
      expect(await jobs.cancel(session, 'remind', 'unknown')).toBe(false);
      expect(await jobs.reschedule(session, 'remind', 'moved', new Date('2026-03-03T12:00:00Z'))).toBe(true);
    });
    const worker = work({ remind: (job) => void ran.push(job.key) });
    await add('remind', 'now');
    worker.wake();
    await waitFor(() => ran.length === 1, { describe: 'the third job' });
    expect(ran).toEqual(['now']);
    clock.advance({ days: 1 });
    worker.wake();
    await waitFor(() => ran.length === 2, { describe: 'the moved job' });
    expect(ran).toEqual(['now', 'moved']);
  });

  it('is added with many others in one command, each once', async () => {
    await add('remind', 'b');
    const all = ['a', 'b', 'c'].map((key) => ({ kind: 'remind' as const, key, dueAt: new Date(noon), data: { personId: key } }));
    const addAll = (jobsToAdd: typeof all): Promise<number> => inTransaction(database.connection, (session) => jobs.addAll(session, jobsToAdd));
    expect(await addAll(all)).toBe(2);
    expect(await addAll(all)).toBe(0);
    expect(await addAll([])).toBe(0);
    expect((await jobs.counts(clock.now())).waiting).toBe(3);
  });

  it('is lined up anew when it is put again, done or cancelled, and not while nobody asks for it', async () => {
    const ran: string[] = [];
    const put = (key: string, dueAt: string): Promise<void> =>
      inTransaction(database.connection, (session) => jobs.put(session, { kind: 'remind', key, dueAt: new Date(dueAt), data: { personId: key } }));
    await put('done', noon);
    await put('cancelled', noon);
    await inTransaction(database.connection, (session) => jobs.cancel(session, 'remind', 'cancelled'));
    const worker = work({ remind: (job) => void ran.push(`${job.key} ${job.dueAt.toISOString()}`) });
    await noneWaiting();
    expect(await add('remind', 'done')).toBe(false);
    await put('done', '2026-03-03T12:00:00Z');
    await put('cancelled', '2026-03-03T12:00:01Z');
    clock.advance({ days: 2 });
    worker.wake();
    await waitFor(() => ran.length === 3, { describe: () => ran.join() });
    await noneWaiting();
    expect(ran).toEqual(['done 2026-03-02T12:00:00.000Z', 'done 2026-03-03T12:00:00.000Z', 'cancelled 2026-03-03T12:00:01.000Z']);
  });

  it('is purged 90 days after it was done or cancelled, whatever the injected clock says; never while it waits or has failed', async () => {
    const rows = database.connection.collection('jobs');
    expect(await rows.indexes()).toContainEqual(expect.objectContaining({ key: { endedAt: 1 }, expireAfterSeconds: 90 * 24 * 3600 }));
    for (const key of ['done', 'cancelled', 'again']) await add('remind', key);
    await add('block', 'failed');
    await add('remind', 'waiting', '2026-03-09T12:00:00Z');
    await inTransaction(database.connection, (session) => jobs.cancel(session, 'remind', 'cancelled'));
    work({ remind: () => undefined, block: () => { throw errors.BROKEN_FOR_GOOD(); } }).wake();
    await waitFor(async () => (await rows.countDocuments({ state: { $in: ['done', 'failed'] } })) === 3, { describe: 'all runs' });
    await inTransaction(database.connection, (session) => jobs.put(session, { kind: 'remind', key: 'again', dueAt: new Date('2026-03-09T12:00:00Z'), data: { personId: 'a' } }));
    const purged = await rows.find({ endedAt: { $exists: true } }).toArray();
    expect(purged.map(({ key }) => String(key)).sort()).toEqual(['cancelled', 'done']);
    for (const { endedAt } of purged) expect(Math.abs(Date.now() - (endedAt as Date).getTime())).toBeLessThan(60 * 60_000);
  });

  it('is ended in the transaction of its effect, or the effect does not happen', async () => {
    await add('block', 'a');
    const first = await claim();
    const second = jobs.claim({ owner: 'other', kinds: ['block'], now: clock.now(), leaseMs: 1_000 });
    expect(await second).toBeUndefined();
    await inTransaction(database.connection, (session) => jobs.reschedule(session, 'block', 'a', new Date(noon)));
    const taken = await claim();
    const stale = inTransaction(database.connection, async (session) => {
      await database.connection.collection('effects').insertOne({ by: 'first' }, { session });
      await jobs.complete(session, first, clock.now());
    });
    await expect(stale).rejects.toThrow(LeaseLost);
    await inTransaction(database.connection, (session) => jobs.completion(taken)(session, clock.now()));
    expect(await database.connection.collection('effects').countDocuments()).toBe(0);
    expect((await jobs.counts(clock.now())).waiting).toBe(0);
  });

  it('is taken over when the lease of a dead process runs out', async () => {
    await add('block', 'a');
    await jobs.claim({ owner: 'dead', kinds: ['block'], now: clock.now(), leaseMs: 150 });
    const ran: string[] = [];
    work({ block: (job) => void ran.push(job.key) });
    await waitFor(() => ran.length === 1, { describe: 'the take-over' });
  });
});

describe('the worker', () => {
  it('runs nothing while its clock is ahead of the database\'s by more than it may be, and all of it once the clock is right', async () => {
    const ran: string[] = [];
    clock.set(new Date(Date.now() + 24 * 3_600_000).toISOString());
    await add('remind', 'due in an hour', new Date(Date.now() + 3_600_000).toISOString());
    await add('remind', 'due', new Date(Date.now() - 1_000).toISOString());
    const claim = { owner: 'one', kinds: ['remind'], now: clock.now(), leaseMs: 30_000, mostAheadMs: 60_000 };
    expect(await jobs.claim(claim)).toBeUndefined();
    const worker = work({ remind: (job) => void ran.push(job.key) }, { mostAheadMs: 60_000 });
    clock.set(new Date().toISOString());
    worker.wake();
    await waitFor(() => ran.length === 1, { describe: 'what is due' });
    expect(ran).toEqual(['due']);
  });

  it('handles many due rows of a kind together where it is told so, each by itself when they fail together, and what failed before alone', async () => {
    const [together, alone]: [string[][], string[]] = [[], []];
    for (let row = 0; row < 25; row += 1) await add('remind', String(row));
    const handleAll = async (batch: readonly Job[]): Promise<void> => {
      await inTransaction(database.connection, async (session) => {
        await jobs.completeAll(session, batch, clock.now());
        if (batch.some(({ key }) => key === '7')) throw new Error('not this one');
      });
      together.push(batch.map(({ key }) => key));
    };
    const handler = (job: Job): void => {
      alone.push(job.key);
      if (job.key === '7') throw errors.BROKEN_FOR_GOOD();
    };
    work({ remind: handler }, { batches: { remind: { size: 10, handle: handleAll } } });
    await noneWaiting();
    expect([...together.flat(), ...alone].map(Number).sort((left, right) => left - right)).toEqual(Array.from({ length: 25 }, (_, key) => key));
    expect(together.every((batch) => batch.length <= 10)).toBe(true);
    expect(alone).toContain('7');
    expect((await jobs.failed(5)).map(({ key }) => key)).toEqual(['7']);
  });

  it('shares rows handled together with a second worker, each exactly once, and keeps cities apart', async () => {
    const done: string[] = [];
    await inTransaction(database.connection, async (session) => {
      const due = Array.from({ length: 60 }, (_, key) => ({ kind: 'remind' as const, key: String(key), dueAt: new Date(noon), data: { personId: 'a' }, municipalityId: key % 2 === 0 ? 'campinas' : 'rio' }));
      await jobs.addAll(session, due);
    });
    const handle = async (batch: readonly Job[]): Promise<void> => {
      expect(new Set(batch.map(({ municipalityId }) => municipalityId)).size).toBe(1);
      await inTransaction(database.connection, (session) => jobs.completeAll(session, batch, clock.now()));
      done.push(...batch.map(({ key }) => key));
    };
    for (let worker = 0; worker < 2; worker += 1) work({ remind: (job: Job) => void done.push(job.key) }, { batches: { remind: { size: 8, handle } } });
    await noneWaiting();
    expect(done.map(Number).sort((left, right) => left - right)).toEqual(Array.from({ length: 60 }, (_, key) => key));
  });

  it('handles each of 60 rows exactly once with two workers at it', async () => {
    const ran: string[] = [];
    for (let row = 0; row < 60; row += 1) await add('remind', String(row));
    const handler = (job: Job): void => void ran.push(job.key);
    work({ remind: handler });
    work({ remind: handler });
    await noneWaiting();
    expect(ran).toHaveLength(60);
    expect(new Set(ran).size).toBe(60);
  });

  it('keeps the lease of a row while its handler runs, however long that takes', async () => {
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    let runs = 0;
    let other = 0;
    await add('remind', 'long', '2026-03-01T00:00:00Z');
    const remind = async (): Promise<void> => {
      runs += 1;
      await gate;
    };
    const block = (): void => void (other += 1);
    work({ remind, block }, { leaseMs: 1_000 });
    await waitFor(() => runs === 1, { describe: 'the handler' });
    work({ remind, block }, { leaseMs: 1_000, owner: 'other' });
    const afterTheFirstLease = performance.now() + 1_500;
    for (let turn = 0; performance.now() < afterTheFirstLease; turn += 1) {
      await add('block', String(turn));
      await waitFor(() => other === turn + 1, { describe: 'another row to pass' });
    }
    release();
    await noneWaiting();
    expect(runs).toBe(1);
  });

  it('goes on with the others when one row fails, and comes back to it', async () => {
    const ran: string[] = [];
    let refusals = 2;
    await add('remind', 'ill', '2026-03-01T00:00:00Z');
    await add('remind', 'well');
    const remind = (job: Job): void => {
      if (job.key === 'ill' && refusals-- > 0) throw refusals === 0 ? errors.AWAY() : new Error('a bug');
      ran.push(`${job.key} after ${job.attempts}`);
    };
    work({ remind }, { concurrency: 1, backOff: (attempts) => (attempts === 1 ? 2_000 : 20) });
    await noneWaiting();
    expect(ran).toEqual(['well after 0', 'ill after 2']);
  });

  it('ends the back-off of a waiting row whose obstacle is gone, and leaves a running one alone', async () => {
    const ran: string[] = [];
    await add('remind', 'a');
    let away = true;
    const remind = (job: Job): void => {
      ran.push(job.key);
      if (away) throw errors.AWAY();
    };
    const hasten = (): Promise<boolean> => inTransaction(database.connection, (session) => jobs.hasten(session, 'remind', 'a'));
    work({ remind }, { backOff: () => 60_000 });
    await waitFor(async () => (await jobs.counts(clock.now())).waiting === 1 && ran.length === 1, { describe: 'the first failure' });
    away = false;
    await waitFor(hasten, { describe: 'a row that nobody holds' });
    await noneWaiting();
    expect(ran).toEqual(['a', 'a']);
    await add('block', 'held');
    await claim();
    const held = (session: Parameters<typeof jobs.hasten>[0]): Promise<boolean> => jobs.hasten(session, 'block', 'held');
    expect(await inTransaction(database.connection, held)).toBe(false);
  });

  it('keeps a row that can never succeed, with its reason, tells its service, and puts it back on request', async () => {
    const told: string[] = [];
    await add('block', 'a');
    let broken = true;
    const block = (): void => {
      if (broken) throw errors.BROKEN_FOR_GOOD();
    };
    const metrics = new Registry();
    const worker = work({ block }, { metrics, onFailed: (job, error) => Promise.resolve(void told.push(`${job.key}: ${error.message}`)) });
    await waitFor(async () => (await jobs.counts(clock.now())).failed === 1, { describe: 'the failure' });
    expect(told).toEqual(['a: Não dá.']);
    expect((await jobs.failed(10))[0]).toMatchObject({ key: 'a', attempts: 1, lastError: 'BROKEN_FOR_GOOD: Não dá.' });
    expect(await metrics.metrics()).toContain('guiche_jobs_failed 1');
    broken = false;
    await inTransaction(database.connection, (session) => jobs.retry(session, 'block', 'a'));
    worker.wake();
    await noneWaiting();
    expect((await jobs.counts(clock.now())).failed).toBe(0);
  });

  it('tries again when telling of the failure fails', async () => {
    await add('block', 'a');
    let refusals = 1;
    const onFailed = (): Promise<void> => (refusals-- > 0 ? Promise.reject(errors.AWAY()) : Promise.resolve());
    const block = (): void => {
      throw errors.BROKEN_FOR_GOOD();
    };
    work({ block }, { onFailed, backOff: () => 20 });
    await waitFor(async () => (await jobs.counts(clock.now())).failed === 1, { describe: 'the failure' });
    expect((await jobs.failed(1))[0]).toMatchObject({ attempts: 2 });
  });

  it('waits for running handlers when it is stopped and claims nothing more', async () => {
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const ran: string[] = [];
    await add('remind', 'first', '2026-03-01T00:00:00Z');
    await add('remind', 'second');
    const remind = async (job: Job): Promise<void> => {
      ran.push(job.key);
      await gate;
    };
    const worker = work({ remind }, { concurrency: 1 });
    await waitFor(() => ran.length === 1, { describe: 'the first handler' });
    const stopped = worker.stop();
    release();
    await stopped;
    expect(ran).toEqual(['first']);
    expect((await jobs.counts(clock.now())).waiting).toBe(1);
  });
});

function add(kind: keyof Kinds & string, key: string, dueAt = noon): Promise<boolean> {
  return inTransaction(database.connection, (session) =>
    jobs.add(session, { kind, key, dueAt: new Date(dueAt), data: { personId: key } }),
  );
}

async function claim(): Promise<Job> {
  const job = await jobs.claim({ owner: 'me', kinds: ['block'], now: clock.now(), leaseMs: 60_000 });
  if (job === undefined) throw new Error('Nothing to claim');
  return job;
}

function work(
  handlers: Partial<Record<keyof Kinds & string, (job: Job) => void | Promise<void>>>,
  options: Partial<WorkerOptions<Kinds>> = {},
): Worker {
  const complete = {
    remind: async (job: Job) => handlers.remind?.(job),
    block: async (job: Job) => handlers.block?.(job),
  } as JobHandlers<Kinds>;
  const log = createLog({ service: 'test', level: 'silent' });
  const worker = createWorker({ jobs, handlers: complete, now: clock.now, log, owner: 'me', pollMs: 50, ...options });
  workers.push(worker);
  worker.start();
  return worker;
}

async function noneWaiting(): Promise<void> {
  await waitFor(async () => (await jobs.counts(clock.now())).waiting === 0, { describe: 'no job waiting' });
}
