import { setTimeout as delay } from 'node:timers/promises';

/** Something a service leans on. Without a required one it is not ready; a broker is not required: the outbox grows. */
export interface ReadinessCheck {
  readonly name: string;
  readonly required: boolean;
  /** True when it works. An error or no answer within 2 s counts as false. */
  check(): Promise<boolean> | boolean;
}

/** Asks all checks at once. */
export async function askReadiness(
  checks: readonly ReadinessCheck[],
): Promise<{ ready: boolean; checks: Record<string, boolean> }> {
  const answers = await Promise.all(checks.map(async (check) => ({ check, works: await within2s(check) })));
  return {
    ready: answers.every(({ check, works }) => works || !check.required),
    checks: Object.fromEntries(answers.map(({ check, works }) => [check.name, works])),
  };
}

async function within2s(check: ReadinessCheck): Promise<boolean> {
  const late = new AbortController();
  const timeout = delay(2_000, false, { signal: late.signal, ref: false }).catch(() => false);
  const answer = (async () => check.check())().catch(() => false);
  const works = await Promise.race([answer, timeout]);
  late.abort();
  return works;
}
