import { runService } from '@guiche/kit/lifecycle';
import { createLog } from '@guiche/kit/log';
import { loadConfig } from '../../config.ts';
import { startIntimationService } from '../../start-intimation-service.ts';
import { trapOf } from './trap.ts';
import type { Order } from './trap.ts';

// The service as main.ts runs it, with short leases, steered by the process that started it: its clock, which stands
// still until it is moved, and a trap: a named point at which it kills, stops or blocks itself.
const config = loadConfig();
const leaseMs = Number(process.env['LEASE_MS'] ?? '1500');
let time = process.env['CLOCK_AT'] === undefined ? undefined : Date.parse(process.env['CLOCK_AT']);
let trap: (point: string) => void = () => undefined;
let wake = (): void => undefined;

let wrongByMs = Number(process.env['WRONG_BY_MS'] ?? '0');
if (process.env['WRONG_BY_MS'] !== undefined) beWrongBy(() => wrongByMs);

process.on('message', ({ clock, arm, wrongBy, sequence }: Order) => {
  if (arm !== undefined) trap = trapOf(arm);
  if (wrongBy !== undefined) wrongByMs = wrongBy;
  if (clock !== undefined) time = Date.parse(clock);
  wake();
  process.send?.({ done: sequence });
});
process.on('disconnect', () => process.exit(1));

await runService({
  log: createLog({ service: 'intimation', level: config.LOG_LEVEL }),
  probeIntervalMs: 50,
  async start() {
    const clock = time === undefined ? {} : { now: () => new Date(time ?? Date.now()) };
    const service = await startIntimationService(config, { leaseMs, checkpoint: (point) => trap(point), ...clock });
    await service.consuming();
    wake = () => {
      service.wake();
    };
    process.send?.({ url: service.url });
    return service;
  },
});

/** As faketime does: the whole process believes in a wrong time, and nothing in it is told so. */
function beWrongBy(ms: () => number): void {
  const RightDate = Date;
  const now = (): number => RightDate.now() + ms();
  globalThis.Date = new Proxy(RightDate, {
    construct: (_target, parts: unknown[]) => (parts.length === 0 ? new RightDate(now()) : new RightDate(...(parts as [number]))),
    get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
  });
}
