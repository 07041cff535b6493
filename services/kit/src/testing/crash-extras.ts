import type { ServiceExtras } from '../host/index.ts';
import { crashAt } from './crash-at.ts';

/** Longer than the relay takes to renew its own, short enough for a test to wait out. */
const leaseMs = 4_000;

/** What the crash entry of a service gives to its start: short leases, and a point to die at when one is named. */
export function crashExtras(point: string | undefined): ServiceExtras {
  return point === undefined || point === '' ? { leaseMs } : { leaseMs, checkpoint: crashAt(point) };
}
