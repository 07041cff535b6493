import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
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

// Linux then ends the child together with us, however we end: nothing is left running after a crash.
const SETPRIV = '/usr/bin/setpriv';
const DIES_WITH_PARENT = existsSync(SETPRIV) ? [SETPRIV, '--pdeathsig', 'KILL'] : [];

/** The command and its arguments, such that it never outlives this process. */
export function bound(command: string, args: readonly string[]): readonly [string, readonly string[]] {
  const [first = command, ...rest] = [...DIES_WITH_PARENT, command, ...args];
  return [first, rest];
}

export function startChild({ command, args, env, logFile, cwd }: ChildOptions): Child {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(...bound(command, args), { env, cwd, stdio: ['ignore', log, log], detached: true });
  closeSync(log);
  const { pid = -1 } = child;
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
    if (ended !== undefined || pid < 0) return;
    if (name === 'SIGKILL') signalGroup(pid, name);
    else child.kill(name);
  };
  return {
    pid,
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

/** Reaches a detached child and what it started itself. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // It ended by itself in this very moment.
  }
}
