import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceSettings } from '@guiche/kit/host';
import { waitFor } from '@guiche/kit/testing';
import type { Order, Trap } from './trap.ts';

/** The whole service as a process of its own, with a clock that this one moves and traps that it springs. */
export interface SteeredService {
  readonly url: string;
  readonly pid: number;
  /** Its clock stands there from then on; resolves when it knows. */
  setClock(at: Date): Promise<void>;
  arm(trap: Trap): Promise<void>;
  /** Only where it runs on real time. */
  setWrongBy(ms: number): Promise<void>;
  /** Resolves when it is gone, with the signal that ended it. */
  ended(): Promise<NodeJS.Signals | null>;
  kill(): Promise<void>;
  /** SIGTERM, in order. */
  stop(): Promise<void>;
  pause(): void;
  resume(): void;
  /** Resolves when it stands still after SIGSTOP. */
  paused(): Promise<unknown>;
}

/** Resolves when it serves and listens to its events. */
export async function startSteered(
  settings: ServiceSettings,
  { clock, wrongBy, timeZone = 'UTC', leaseMs }: { clock?: Date; wrongBy?: number; timeZone?: string; leaseMs?: number },
): Promise<SteeredService> {
  const named = Object.entries(settings).filter(([, value]) => value !== undefined);
  const child = spawn(process.execPath, [join(import.meta.dirname, 'steered-main.ts')], {
    env: {
      ...Object.fromEntries(named.map(([name, value]) => [name, String(value)])),
      LOG_LEVEL: process.env['FAULT_LOG_LEVEL'] ?? 'fatal',
      TZ: timeZone,
      ...(process.env['NODE_COMPILE_CACHE'] === undefined ? {} : { NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] }),
      ...(clock === undefined ? {} : { CLOCK_AT: clock.toISOString() }),
      ...(wrongBy === undefined ? {} : { WRONG_BY_MS: String(wrongBy) }),
      ...(leaseMs === undefined ? {} : { LEASE_MS: String(leaseMs) }),
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const exit = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  // What happens to it is asked of `ended`; an order to one that is gone fails by itself.
  child.on('error', () => undefined);
  const waiting = new Map<number, () => void>();
  let sequence = 0;
  const ready = new Promise<string>((resolve, reject) => {
    child.on('message', (message: { url?: string; done?: number }) => {
      if (message.url !== undefined) resolve(message.url);
      if (message.done !== undefined) waiting.get(message.done)?.();
    });
    void exit.then(([code, signal]) => {
      reject(new Error(`The service ended by ${String(signal ?? code)} before it was ready`));
      for (const done of waiting.values()) done();
    });
  });
  const tell = async (order: Omit<Order, 'sequence'>): Promise<void> => {
    sequence += 1;
    const mine = sequence;
    const done = new Promise<void>((resolve) => waiting.set(mine, resolve));
    if (child.connected) child.send({ ...order, sequence: mine }, () => undefined);
    else waiting.get(mine)?.();
    await done;
    waiting.delete(mine);
  };
  const { pid = 0 } = child;

  return {
    url: await ready,
    pid,
    setClock: (at) => tell({ clock: at.toISOString() }),
    arm: (trap) => tell({ arm: trap }),
    setWrongBy: (ms) => tell({ wrongBy: ms }),
    ended: async () => (await exit)[1],
    async kill() {
      child.kill('SIGKILL');
      await exit;
    },
    async stop() {
      child.kill('SIGTERM');
      const [code] = await exit;
      if (code !== 0) throw new Error(`The service ended with ${String(code)}`);
    },
    pause() {
      child.kill('SIGSTOP');
    },
    resume() {
      child.kill('SIGCONT');
    },
    paused: () => waitFor(() => /^State:\s+T/m.test(readFileSync(`/proc/${String(pid)}/status`, 'utf8')), { describe: 'the process to stand still' }),
  };
}
