import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '../log/index.ts';

/** How a service is taken down, in this order; leave out what a service does not have. */
export interface StopSteps {
  /** Readiness becomes false; then one probe interval passes, so that nobody sends anything new. */
  readonly unready: () => void;
  /** Cancels consumers and stops scheduled workers, waiting for what they have in hand. */
  readonly stopWork?: () => Promise<void>;
  /** Stops listening and waits for the handlers. */
  readonly closeFront: () => Promise<void>;
  readonly stopRelay?: () => Promise<void>;
  readonly closeBroker?: () => Promise<void>;
  readonly closeDatabase?: () => Promise<void>;
  readonly stopTracing?: () => Promise<void>;
}

/** A service that is up. */
export interface RunningService {
  readonly url: string;
  readonly stop: StopSteps;
}

/**
 * Starts a service and keeps the process until SIGTERM or SIGINT, then drains it (reliability.md section 4) and exits
 * with 0, at the latest after `exitWithinMs` with 1. A second signal exits at once. A start that fails, an uncaught
 * exception and an unhandled rejection are logged and exit with 1.
 */
export async function runService(options: {
  log: Logger;
  start: () => Promise<RunningService>;
  /** How often the platform asks for readiness; 1 s unless told. */
  probeIntervalMs?: number;
  exitWithinMs?: number;
}): Promise<void> {
  const { log, probeIntervalMs = 1_000, exitWithinMs = 10_000 } = options;
  const die = (error: unknown, message: string): void => {
    log.fatal({ err: error }, message);
    process.exit(1);
  };
  process.on('uncaughtException', (error) => die(error, 'uncaught exception'));
  process.on('unhandledRejection', (error) => die(error, 'unhandled rejection'));

  let running: RunningService | undefined;
  let signals = 0;
  const onSignal = (signal: NodeJS.Signals): void => {
    signals += 1;
    if (running === undefined || signals > 1) {
      log.warn({ signal }, 'exit at once');
      process.exit(signals > 1 ? 1 : 0);
    }
    log.info({ signal }, 'stopping');
    setTimeout(() => die(undefined, `not stopped within ${exitWithinMs} ms`), exitWithinMs).unref();
    drain(running.stop, probeIntervalMs, log).then(
      (clean) => process.exit(clean ? 0 : 1),
      (error: unknown) => die(error, 'not stopped cleanly'),
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);

  try {
    running = await options.start();
    log.info({ url: running.url, ms: Math.round(performance.now()) }, 'ready');
  } catch (error) {
    die(error, 'not started');
  }
}

/** Takes every step even when one fails; answers whether none did. */
async function drain(stop: StopSteps, probeIntervalMs: number, log: Logger): Promise<boolean> {
  const startedAt = performance.now();
  const steps: readonly (readonly [string, (() => unknown) | undefined])[] = [
    ['unready', stop.unready],
    ['probe interval', () => delay(probeIntervalMs)],
    ['stopWork', stop.stopWork],
    ['closeFront', stop.closeFront],
    ['stopRelay', stop.stopRelay],
    ['closeBroker', stop.closeBroker],
    ['closeDatabase', stop.closeDatabase],
    ['stopTracing', stop.stopTracing],
  ];
  let clean = true;
  for (const [name, step] of steps) {
    try {
      await step?.();
    } catch (error) {
      clean = false;
      log.error({ err: error, step: name }, 'a step of stopping failed');
    }
  }
  log.info({ ms: Math.round(performance.now() - startedAt) }, 'stopped');
  return clean;
}
