import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

export interface ChildOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Record<string, string | undefined>;
  readonly logFile: string;
  readonly cwd?: string;
}

export interface ChildExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Set when the command could not be started at all. */
  readonly error?: string;
}

/** A long-running child in its own process group, so that Ctrl-C reaches only the launcher, which stops it in order. */
export interface Child {
  readonly pid: number;
  readonly exit: Promise<ChildExit>;
  hasExited(): boolean;
  signal(signal: NodeJS.Signals): void;
  /** SIGTERM, then SIGKILL when it is still there after the grace time. */
  stop(graceMs: number): Promise<void>;
  kill(): Promise<void>;
}

export function startChild({ command, args, env, logFile, cwd }: ChildOptions): Child {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(command, args, { env, cwd, stdio: ['ignore', log, log], detached: true });
  closeSync(log);
  let ended: ChildExit | undefined;
  const exit = new Promise<ChildExit>((resolve) => {
    const end = (result: ChildExit) => {
      ended ??= result;
      resolve(ended);
    };
    child.on('exit', (code, signal) => end({ code, signal }));
    child.on('error', (error) => end({ code: null, signal: null, error: error.message }));
  });
  const signal = (name: NodeJS.Signals) => {
    if (ended === undefined) child.kill(name);
  };
  return {
    pid: child.pid ?? -1,
    exit,
    hasExited: () => ended !== undefined,
    signal,
    async stop(graceMs) {
      signal('SIGTERM');
      const timer = setTimeout(() => signal('SIGKILL'), graceMs);
      await exit;
      clearTimeout(timer);
    },
    async kill() {
      signal('SIGKILL');
      await exit;
    },
  };
}
