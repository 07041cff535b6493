import { setTimeout as delay } from 'node:timers/promises';
import { GraphRefusal } from '../graph/graph-client.ts';

const patienceMs = 20_000;

/** Waits out what a service does not know yet; any other refusal counts. */
export async function patiently<Result>(attempt: () => Promise<Result>): Promise<Result> {
  const until = performance.now() + patienceMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      const passing = error instanceof GraphRefusal && ['not-found', 'unavailable'].includes(String(error.details['kind']));
      if (!passing || performance.now() > until) throw error;
      await delay(100);
    }
  }
}
