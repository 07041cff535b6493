/** Of all, the share `of` took no longer than this. */
export function quantile(durations: readonly number[], of: number): number {
  const sorted = durations.toSorted((left, right) => left - right);
  return sorted[Math.ceil(of * sorted.length) - 1] ?? 0;
}

/** Milliseconds as benches tell them. */
export function tellDurations(durations: readonly number[]): string {
  const at = (of: number): string => `${quantile(durations, of).toFixed(1)} ms`;
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, max ${at(1)}`;
}
