/** How failures under one key slow further attempts down: none for the first `free`, then doubling waits. */
export interface ThrottlePolicy {
  readonly free: number;
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
  /** Failures older than this are forgotten. */
  readonly memoryMs: number;
}

/** How long to wait after the `failures`th one before the next attempt. */
export function delayAfter(policy: ThrottlePolicy, failures: number): number {
  const over = failures - policy.free;
  if (over < 0) return 0;
  return Math.min(policy.longestDelayMs, policy.firstDelayMs * 2 ** Math.min(over, 30));
}
