import { setTimeout as delay } from 'node:timers/promises';

const pollMs = 20;

/**
 * Asks again and again until the answer is there (neither `undefined`, `null` nor `false`) and returns it.
 * The only place in the tests that waits. An error of the predicate counts as "not yet", and is shown at the end.
 */
export async function waitFor<Answer>(
  predicate: () => Answer | Promise<Answer>,
  options: { describe: string | (() => string | Promise<string>); timeoutMs?: number },
): Promise<Exclude<Awaited<Answer>, undefined | null | false>> {
  const timeoutMs = options.timeoutMs ?? 30_000;
  const deadline = performance.now() + timeoutMs;
  let lastError: unknown;
  for (;;) {
    try {
      const answer = await predicate();
      if (isThere(answer)) return answer;
      lastError = undefined;
    } catch (error) {
      lastError = error;
    }
    if (performance.now() > deadline) break;
    await delay(pollMs);
  }
  const what = typeof options.describe === 'string' ? options.describe : await options.describe();
  throw new Error(`Waited ${timeoutMs} ms in vain: ${what}`, { cause: lastError });
}

function isThere<Answer>(answer: Answer): answer is Exclude<Answer, undefined | null | false> {
  return answer !== undefined && answer !== null && answer !== false;
}
