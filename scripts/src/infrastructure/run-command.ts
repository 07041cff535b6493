import { spawn } from 'node:child_process';
import { bound, signalGroup } from './child-process.ts';

export interface CommandResult {
  readonly code: number;
  readonly output: string;
}

export interface CommandOptions {
  readonly env?: Record<string, string | undefined>;
  readonly cwd?: string;
  readonly timeoutMs?: number;
  /** Ends the command and all it started. */
  readonly signal?: AbortSignal;
  /** Called with each line as it is printed, to show progress. */
  readonly onLine?: (line: string) => void;
}

const MISSING_COMMAND = 127;

/** Runs a command to its end and gives its exit code and both outputs together; a missing command is code 127. */
export function runCommand(command: string, args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(...bound(command, args), {
      env: options.env ?? process.env,
      cwd: options.cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const end = () => {
      if (child.pid !== undefined) signalGroup(child.pid, 'SIGTERM');
    };
    const timer = options.timeoutMs === undefined ? undefined : setTimeout(end, options.timeoutMs);
    options.signal?.addEventListener('abort', end, { once: true });
    const chunks: Buffer[] = [];
    const take = (chunk: Buffer) => {
      chunks.push(chunk);
      for (const line of chunk.toString().split('\n')) if (line.trim() !== '') options.onLine?.(line.trim());
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const finish = (result: CommandResult) => {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', end);
      resolve(result);
    };
    child.on('error', (error) => finish({ code: MISSING_COMMAND, output: error.message }));
    child.on('close', (code) => finish({ code: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}
