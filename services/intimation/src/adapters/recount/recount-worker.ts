import { systemActor } from '@guiche/kit/auth';
import type { Logger } from '@guiche/kit/log';
import { LeaseLost } from '@guiche/kit/schedule';
import type { Pipeline } from '@guiche/kit/use-case';
import type { Resources } from '../../permissions.ts';
import type { ClaimedRecomputation, RecomputationRepository } from '../../use-cases/calendar/ports.ts';
import { recountBatch } from '../../use-cases/fulfilment/recount-batch.ts';
import type { Ports } from '../../use-cases/ports.ts';

export interface RecountWorker {
  /** Takes no further batch and waits for the one that runs. */
  stop(): Promise<void>;
}

/**
 * Works off what changes of calendars ask to be counted anew, batch by batch. Any replica may do it: a row is held by a
 * lease, and a worker that dies leaves it to the next, which goes on where the last whole batch ended.
 */
export function startRecountWorker(options: {
  readonly pipeline: Pipeline<Resources, Ports>;
  readonly recomputations: RecomputationRepository;
  readonly log: Logger;
  readonly owner: string;
  readonly pollMs?: number;
  readonly leaseMs?: number;
  /** Notices of one batch. */
  readonly limit?: number;
  readonly checkpoint?: (name: string) => void | Promise<void>;
}): RecountWorker {
  const { pipeline, recomputations, log, owner, pollMs = 1_000, leaseMs = 30_000, limit = 100, checkpoint = () => undefined } = options;
  const stop = new AbortController();

  const workOff = async (claimed: ClaimedRecomputation): Promise<void> => {
    for (let current = claimed; !stop.signal.aborted; ) {
      const origin = { correlationId: `recount-${current.id}`, causationId: current.cause.changeId };
      const request = { input: { claimed: current, limit, leaseMs }, actor: systemActor('calendar-changes'), origin };
      const { result } = await pipeline.execute(recountBatch, request);
      if (result.isDone) return;
      await checkpoint('recount.afterBatch');
      current = { ...current, ...result };
    }
  };

  const run = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      try {
        const claimed = await recomputations.claimNext({ owner, leaseMs });
        if (claimed === undefined) await pause(pollMs, stop.signal);
        else await workOff(claimed);
      } catch (error) {
        // Its lease runs out, or somebody else has it: the batch is done again from its start.
        if (!(error instanceof LeaseLost)) log.error({ alarm: true, err: error }, 'dates are not counted anew; will be tried again');
        await pause(pollMs, stop.signal);
      }
    }
  };

  const running = run();
  return {
    async stop() {
      stop.abort();
      await running;
    },
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, ms);
    function end(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    }
    signal.addEventListener('abort', end);
  });
}
