import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SandboxAssignment } from './serve-sandbox.ts';

/** How a job ended: with an answer, with an error of the program, or by one of the limits. */
export type ProgramEnd =
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'memory' };

/** A running process of a sandbox's program. */
export interface ConfinedProgram {
  /** Throws when `end` is called meanwhile. After a limit, or when the signal fires, the program is gone. */
  answer(assignment: SandboxAssignment, timeoutMs: number, signal?: AbortSignal): Promise<ProgramEnd>;
  hasEnded(): boolean;
  end(): Promise<void>;
}

const installation = join(import.meta.dirname, '../../../..');
const startLimitMs = 30_000;
const watchEveryMs = 20;
// How V8 ends when its heap is full, and the kernel when the machine's memory is.
const endsOfMemory: ReadonlySet<NodeJS.Signals | number | null> = new Set(['SIGABRT', 'SIGTRAP', 'SIGKILL', 133, 134]);

/** Starts the program and waits until it serves. Throws when it does not: that is our defect, not the document's. */
export async function startProgram(options: { file: string; folder: string; memoryMb: number }): Promise<ConfinedProgram> {
  const { file, folder, memoryMb } = options;
  const child = fork(file, {
    env: { MALLOC_ARENA_MAX: '2' }, // nothing of the service's own; this one keeps the process small
    execArgv: [
      '--permission',
      `--allow-fs-read=${installation}`,
      `--allow-fs-read=${folder}`,
      `--allow-fs-write=${folder}`,
      // Half of the memory for the heap: what is large in a document lies in buffers outside of it.
      `--max-old-space-size=${String(Math.round(memoryMb / 2))}`,
      '--max-semi-space-size=4',
    ],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let lastWords = '';
  child.stderr?.on('data', (text: Buffer) => (lastWords = (lastWords + text.toString()).slice(-2_000)));
  let ended = false;
  let closed = false;
  const gone = new Promise<ProgramEnd>((resolve) => {
    child.once('error', (error) => resolve({ kind: 'failed', message: error.message }));
    child.once('exit', (code, signal) => {
      ended = true;
      resolve(endsOfMemory.has(signal ?? code) ? { kind: 'memory' } : { kind: 'failed', message: `the program ended: ${signal ?? String(code)}` });
    });
  });
  const nextMessage = (): Promise<ProgramEnd | { kind: 'ready' }> =>
    Promise.race([gone, new Promise<ProgramEnd | { kind: 'ready' }>((resolve) => child.once('message', (message) => resolve(message as ProgramEnd)))]);

  const tooSlow = setTimeout(() => child.kill('SIGKILL'), startLimitMs);
  const first = await nextMessage();
  clearTimeout(tooSlow);
  if (first.kind !== 'ready') throw new Error(`${file} did not start: ${lastWords}`);

  // An idle process must not keep the service from ending; the service's end is this one's, too.
  const rest = (): void => {
    child.unref();
    child.channel?.unref();
  };
  rest();

  return {
    async answer(assignment, timeoutMs, signal) {
      child.ref();
      child.channel?.ref();
      let limit: ProgramEnd | undefined;
      const stop = (reason: ProgramEnd): void => {
        limit ??= reason;
        child.kill('SIGKILL');
      };
      const abort = (): void => stop({ kind: 'failed', message: 'aborted' });
      const clock = setTimeout(() => stop({ kind: 'timeout' }), timeoutMs);
      const watch = setInterval(() => {
        if (residentMb(child.pid) > memoryMb) stop({ kind: 'memory' });
      }, watchEveryMs);
      signal?.addEventListener('abort', abort);
      try {
        const answered = nextMessage();
        child.send(assignment, () => undefined); // a program that is gone is told by `gone`
        const end = await answered;
        if (closed) throw new Error('The sandbox was ended while it worked');
        return limit ?? (end.kind === 'ready' ? { kind: 'failed', message: 'the program answered out of turn' } : end);
      } finally {
        clearTimeout(clock);
        clearInterval(watch);
        signal?.removeEventListener('abort', abort);
        if (limit !== undefined) await gone;
        rest();
      }
    },
    hasEnded: () => ended,
    async end() {
      closed = true;
      child.ref();
      child.kill('SIGKILL');
      if (!ended) await gone;
    },
  };
}

/** From Linux; elsewhere only the limit of the heap holds. */
function residentMb(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
