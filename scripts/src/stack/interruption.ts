const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const LOOK_EVERY_MS = 1_000;

/**
 * Calls back once when the user or the system wants us to end, also when the parent that would have forwarded the
 * signal is gone. Further signals are ignored: ending is under way, and bounded in time.
 */
export function onInterruption(callback: () => void): void {
  let interrupted = false;
  const interrupt = () => {
    if (interrupted) return;
    interrupted = true;
    callback();
  };
  for (const signal of SIGNALS) process.on(signal, interrupt);
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) interrupt();
  }, LOOK_EVERY_MS).unref();
}
