import { isAppError } from '../errors/app-error.ts';
import type { RetryTier } from './topology.ts';

/** Why a message lies in parking. */
export type ParkReason = 'undecodable' | 'refused' | 'exhausted' | 'crash-loop' | 'gap';

export type Decision =
  | { action: 'retry'; tier: RetryTier; attempt: number }
  | { action: 'park'; reason: ParkReason; code: string };

/** Waits after the first to the ninth attempt, about 42 minutes together. */
const attemptTiers: readonly RetryTier[] = ['1s', '10s', '10s', '60s', '60s', '600s', '600s', '600s', '600s'];
/** A gap closes when its missing event comes, usually at once: quick laps first, then slow ones for about a day. */
const quickLaps = 10;
const mediumLaps = 40;
const mostLaps = 1_500;

/** Whether the same message may succeed later: the service or something it needs is down, or the fault is unknown. */
export function isTransient(error: unknown): boolean {
  return !isAppError(error) || error.kind === 'unavailable' || error.kind === 'rate-limited';
}

/** What to do with a message that failed its in-process tries for the `attempt`th time (from 0). */
export function decideFailure(error: unknown, attempt: number): Decision {
  if (!isTransient(error)) return { action: 'park', reason: 'refused', code: codeOf(error) };
  const tier = attemptTiers[attempt];
  if (tier === undefined) return { action: 'park', reason: 'exhausted', code: codeOf(error) };
  return { action: 'retry', tier, attempt: attempt + 1 };
}

/** Where an early message waits for its predecessor; it counts no attempt. Undefined: it has waited long enough. */
export function deferralTier(deferrals: number): RetryTier | undefined {
  if (deferrals < quickLaps) return '1s';
  if (deferrals < mediumLaps) return '10s';
  return deferrals < mostLaps ? '60s' : undefined;
}

/** A stable word for an error, without its text: texts can hold personal data. */
export function codeOf(error: unknown): string {
  if (isAppError(error)) return error.code;
  return error instanceof Error ? error.name : 'UNKNOWN';
}
