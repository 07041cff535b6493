/** How failures under one key slow further attempts down: none for the first `free`, then doubling waits. */
export interface ThrottlePolicy {
  readonly free: number;
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
  /** Failures older than this are forgotten. */
  readonly memoryMs: number;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** One account from one address. */
export const accountFromAddress: ThrottlePolicy = { free: 5, firstDelayMs: 1_000, longestDelayMs: 15 * minuteMs, memoryMs: hourMs };

/** One address, whatever the account: many people may share it. */
export const anyAccountFromAddress: ThrottlePolicy = {
  free: 50,
  firstDelayMs: 1_000,
  longestDelayMs: 15 * minuteMs,
  memoryMs: hourMs,
};

/**
 * One account, whatever the address. It does not apply where the owner has logged in before, so that strangers
 * cannot lock the owner out.
 */
export const accountFromAnywhere: ThrottlePolicy = { free: 20, firstDelayMs: 1_000, longestDelayMs: minuteMs, memoryMs: 24 * hourMs };

/** Mails that anybody can cause to one address. */
export const mailsToAddress: ThrottlePolicy = { free: 5, firstDelayMs: hourMs, longestDelayMs: hourMs, memoryMs: hourMs };

/** How long to wait after the `failures`th one before the next attempt. */
export function delayAfter(policy: ThrottlePolicy, failures: number): number {
  const over = failures - policy.free;
  if (over < 0) return 0;
  return Math.min(policy.longestDelayMs, policy.firstDelayMs * 2 ** Math.min(over, 30));
}
