import { platformErrors } from '@guiche/kit/errors';

/** Refuses an edit of what somebody else changed meanwhile; without an expected version the last one wins. */
export function refuseStale(current: { readonly version: number } | undefined, expectedVersion: number | null | undefined): void {
  if (expectedVersion != null && expectedVersion !== current?.version) throw platformErrors.STALE_VERSION();
}
