import { Counter, Gauge } from 'prom-client';
import type { Registry } from 'prom-client';
import { isAppError } from '../errors/index.ts';
import type { Logger } from '../log/index.ts';
import { backOff as defaultBackOff } from './back-off.ts';
import type { BackOff } from './back-off.ts';
import { LeaseLost } from './create-jobs.ts';
import type { Jobs } from './create-jobs.ts';
import type { AnyJob, Job, JobData } from './job.ts';

/** One handler per kind. It ends the job in its own transaction (`jobs.completion`), or by returning. */
export type JobHandlers<Data extends JobData> = {
  readonly [Kind in keyof Data & string]: (job: Job<Kind, Data[Kind]>) => Promise<void>;
};

/** A kind whose due rows are handled many at once, in one transaction. */
export interface JobBatch {
  /** At most so many rows of one city. */
  readonly size: number;
  /** Ends all of them in its own transaction (`jobs.completeAll`). When it fails, each row is handled by itself. */
  readonly handle: (jobs: readonly Job[]) => Promise<void>;
}

export interface WorkerOptions<Data extends JobData> {
  readonly jobs: Jobs<Data>;
  readonly handlers: JobHandlers<Data>;
  /** Kinds that are handled many at once where many are due; the others, and what failed before, go one by one. */
  readonly batches?: { readonly [Kind in keyof Data & string]?: JobBatch };
  readonly now: () => Date;
  /** How far cities are ahead of `now`, in milliseconds; none unless told. */
  readonly ahead?: () => ReadonlyMap<string, number>;
  /** Runs nothing while `now` is ahead of the database's clock by more: what is due too early can never be undone. */
  readonly mostAheadMs?: number;
  readonly log: Logger;
  /** Names this process in the row while it holds the lease. */
  readonly owner: string;
  /** Rows handled at the same time, 4 unless told. */
  readonly concurrency?: number;
  /** How often to look for due rows without being woken, 1 s unless told. */
  readonly pollMs?: number;
  /** How long a row stays ours without a sign of life, 30 s unless told; it is renewed while the handler runs. */
  readonly leaseMs?: number;
  readonly backOff?: BackOff;
  /** Failures in a row from which each further one is logged as an alarm, 10 unless told. */
  readonly alarmAfter?: number;
  readonly metrics?: Registry;
  /** Called before a row is marked `failed` for good; when it throws, the row is tried again from the start. */
  readonly onFailed?: (job: AnyJob<Data>, error: Error) => Promise<void>;
  readonly checkpoint?: (name: string) => void | Promise<void>;
}

/** By whom, when and for how long rows are claimed. */
interface Claim {
  readonly owner: string;
  readonly now: Date;
  readonly leaseMs: number;
  readonly ahead?: ReadonlyMap<string, number>;
  readonly mostAheadMs?: number;
}

/** Runs due jobs until it is stopped. */
export interface Worker {
  start(): void;
  /** Claims nothing more and waits for the handlers that run. */
  stop(): Promise<void>;
  /** Looks for due rows at once: after a commit that added one, or when the clock was moved. */
  wake(): void;
}

/**
 * Claims due rows one by one with a lease and runs them. Kinds unavailable, rate-limited and plain errors are tried
 * again after a back-off; every other coded error marks the row `failed`. One row never stops the others.
 */
export function createWorker<Data extends JobData>(options: WorkerOptions<Data>): Worker {
  const { jobs, handlers, now, ahead, log, owner, concurrency = 4, pollMs = 1_000, leaseMs = 30_000, mostAheadMs } = options;
  const { backOff = defaultBackOff(), alarmAfter = 10, onFailed, checkpoint = () => undefined } = options;
  const batches: NonNullable<WorkerOptions<Data>['batches']> = options.batches ?? {};
  const kinds = Object.keys(handlers);
  const runs = options.metrics === undefined ? undefined : measure(options.metrics, jobs, now);
  const running = new Set<Promise<void>>();
  let state: 'idle' | 'looking' | 'stopped' = 'stopped';
  let again = false;
  let looking: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  const handle = async (job: AnyJob<Data>): Promise<void> => {
    const renewal = setInterval(() => {
      jobs.renew(job, leaseMs).catch((error: unknown) => log.warn({ err: error, jobId: job.id }, 'lease not renewed'));
    }, leaseMs / 3);
    try {
      await checkpoint(`job.${job.kind}.claimed`);
      await (handlers[job.kind])(job);
      await checkpoint(`job.${job.kind}.handled`);
      await jobs.finish(job, { state: 'done', now: now() });
      runs?.inc({ kind: job.kind, outcome: 'done' });
    } catch (error) {
      await settle(job, error);
    } finally {
      clearInterval(renewal);
    }
  };

  const settle = async (job: AnyJob<Data>, thrown: unknown): Promise<void> => {
    if (thrown instanceof LeaseLost) {
      runs?.inc({ kind: job.kind, outcome: 'lease-lost' });
      return;
    }
    let error = thrown instanceof Error ? thrown : new Error(String(thrown));
    if (isPermanent(error)) {
      try {
        await onFailed?.(job, error);
        await jobs.finish(job, { state: 'failed', now: now(), reason: reasonOf(error) });
        log.error({ alarm: true, err: error, jobId: job.id, kind: job.kind }, 'job failed for good');
        runs?.inc({ kind: job.kind, outcome: 'failed' });
        return;
      } catch (failure) {
        if (failure instanceof LeaseLost) return;
        error = failure instanceof Error ? failure : new Error(String(failure));
      }
    }
    const attempts = job.attempts + 1;
    await jobs.postpone(job, reasonOf(error), backOff(attempts));
    const line = { err: error, jobId: job.id, kind: job.kind, attempts, alarm: attempts >= alarmAfter };
    log[line.alarm ? 'error' : 'warn'](line, 'job will be tried again');
    runs?.inc({ kind: job.kind, outcome: 'postponed' });
  };

  /** Many in one transaction; where that fails, each by itself, so that one never stops the others. */
  const handleBatch = async (batch: readonly AnyJob<Data>[], handleAll: JobBatch['handle']): Promise<void> => {
    const renewal = setInterval(() => {
      for (const job of batch) jobs.renew(job, leaseMs).catch((error: unknown) => log.warn({ err: error, jobId: job.id }, 'lease not renewed'));
    }, leaseMs / 3);
    try {
      await checkpoint(`job.${batch[0]?.kind ?? ''}.claimed`);
      await handleAll(batch);
      await checkpoint(`job.${batch[0]?.kind ?? ''}.handled`);
      for (const { kind } of batch) runs?.inc({ kind, outcome: 'done' });
    } catch (error) {
      log.warn({ err: error, kind: batch[0]?.kind, jobs: batch.length }, 'jobs could not be handled together; each goes by itself');
      for (const job of batch) await handle(job);
    } finally {
      clearInterval(renewal);
    }
  };

  const moreLike = (job: AnyJob<Data>, limit: number, by: Claim): Promise<readonly AnyJob<Data>[]> =>
    jobs.claimMore(job, { ...by, limit }).catch((error: unknown) => {
      log.warn({ err: error, jobId: job.id }, 'no look at more like it; it goes alone');
      return [];
    });

  /** With a claimed row what else is due like it, where its kind is handled many at once. */
  const run = async (job: AnyJob<Data>, by: Claim): Promise<void> => {
    const batch: JobBatch | undefined = batches[job.kind];
    const more = batch === undefined || batch.size < 2 || job.attempts > 0 ? [] : await moreLike(job, batch.size - 1, by);
    const handling = batch === undefined || more.length === 0 ? handle(job) : handleBatch([job, ...more], batch.handle);
    const one = handling
      .catch((error: unknown) => log.error({ err: error, jobId: job.id }, 'job could not be settled; its lease will run out'))
      .finally(() => {
        running.delete(one);
        wake();
      });
    running.add(one);
  };

  const look = async (): Promise<void> => {
    try {
      do {
        again = false;
        while (state === 'looking' && running.size < concurrency) {
          const by = { owner, now: now(), leaseMs, ...(ahead === undefined ? {} : { ahead: ahead() }), ...(mostAheadMs === undefined ? {} : { mostAheadMs }) };
          const job = await jobs.claim({ ...by, kinds });
          if (job === undefined) break;
          await run(job, by);
        }
      } while (again && state === 'looking' && running.size < concurrency);
    } catch (error) {
      log.warn({ err: error }, 'no look at due jobs');
    }
    if (state !== 'looking') return;
    state = 'idle';
    timer = setTimeout(wake, pollMs);
  };

  const wake = (): void => {
    again = true;
    if (state !== 'idle') return;
    state = 'looking';
    clearTimeout(timer);
    looking = look();
  };

  return {
    start() {
      if (state !== 'stopped') return;
      state = 'idle';
      wake();
    },
    async stop() {
      state = 'stopped';
      clearTimeout(timer);
      await looking;
      await Promise.all(running);
    },
    wake,
  };
}

const passing: ReadonlySet<string> = new Set(['unavailable', 'rate-limited']);

function isPermanent(error: Error): boolean {
  return isAppError(error) && !passing.has(error.kind);
}

function reasonOf(error: Error): string {
  const reason = isAppError(error) ? `${error.code}: ${error.message}` : `${error.name}: ${error.message}`;
  return reason.slice(0, 500);
}

function measure<Data extends JobData>(registry: Registry, jobs: Jobs<Data>, now: () => Date): Counter<'kind' | 'outcome'> {
  const overdue = new Gauge({
    name: 'guiche_jobs_overdue_seconds',
    help: 'How long the most overdue waiting job has been due',
    registers: [registry],
  });
  new Gauge({
    name: 'guiche_jobs_failed',
    help: 'Jobs that failed for good and wait for an operator',
    registers: [registry],
    // With the database away both gauges keep their last value, so that the other metrics can still be read.
    async collect() {
      const counts = await jobs.counts(now()).catch(() => undefined);
      if (counts === undefined) return;
      this.set(counts.failed);
      overdue.set(counts.overdueMs / 1000);
    },
  });
  return new Counter({
    name: 'guiche_jobs_runs_total',
    help: 'Runs of jobs by kind and outcome',
    labelNames: ['kind', 'outcome'],
    registers: [registry],
  });
}
