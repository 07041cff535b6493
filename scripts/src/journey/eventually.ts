import { setTimeout as delay } from 'node:timers/promises';

/** Asks again until there is an answer; what is waited for stands in the error. */
export async function eventually<Answer>(
  what: string,
  attempt: () => Promise<Answer | undefined>,
  timeoutMs = 30_000,
  everyMs = 50,
): Promise<Answer> {
  const until = performance.now() + timeoutMs;
  for (;;) {
    const answer = await attempt();
    if (answer !== undefined) return answer;
    if (performance.now() > until) throw new Error(`Waited ${String(timeoutMs / 1000)} s in vain for ${what}`);
    await delay(everyMs);
  }
}
