import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { startProgram } from './confined-program.ts';
import type { ConfinedProgram, ProgramEnd } from './confined-program.ts';
import { sandboxFolder } from './sandbox-folder.ts';

/** What a program may use. `memoryMb` is the resident memory of its process, the runtime's own 60 MB included. */
export interface SandboxLimits {
  readonly timeoutMs: number;
  readonly memoryMb: number;
  /** After so long without a job the process ends; 10 s unless told. */
  readonly idleMs?: number;
  /** A process is replaced after so many jobs, whatever they left in it; 100 unless told. */
  readonly jobsPerProcess?: number;
}

/** A task as JSON, and the bytes it is about, which are streamed to a temporary file. */
export interface SandboxJob {
  readonly task: unknown;
  readonly source?: AsyncIterable<Uint8Array>;
  readonly signal?: AbortSignal | undefined;
}

/** How a job ended. `output` is the file that the program wrote, if it did; it goes when the reply is disposed. */
export type SandboxReply = AsyncDisposable & { readonly output: string } & ProgramEnd;

/**
 * Where bytes of strangers are taken apart: a process of its own, with limits of time and memory, without the service's
 * environment, network addresses or secrets, that reads the installed code and its temporary folder and writes only
 * there. A job over a limit ends the process, never the service; the next job gets a new one.
 */
export interface Sandbox {
  /** One job at a time, in order. Throws the signal's reason, what the source throws, and when the program cannot start. */
  run(job: SandboxJob): Promise<SandboxReply>;
  /** Ends the process for good; running and later jobs throw. For the end of the service. */
  end(): Promise<void>;
}

/** A sandbox for the program in `file`, which calls `serveSandbox`. Nothing runs before the first job. */
export function createSandbox(file: string, limits: SandboxLimits): Sandbox {
  const { idleMs = 10_000, jobsPerProcess = 100 } = limits;
  let turn: Promise<unknown> = Promise.resolve();
  let place: Promise<string> | undefined;
  let program: ConfinedProgram | undefined;
  let jobsDone = 0;
  let held = 0;
  let closed = false;
  let idle: NodeJS.Timeout | undefined;

  const endProgram = async (): Promise<void> => {
    const ending = program;
    program = undefined;
    jobsDone = 0;
    await ending?.end();
  };

  const rest = async (): Promise<void> => {
    clearTimeout(idle);
    const folder = place;
    place = undefined; // before anything is awaited: a job that comes now gets a folder of its own
    await endProgram();
    if (folder !== undefined) await rm(await folder, { recursive: true, force: true });
  };

  const take = (): void => {
    held += 1;
    clearTimeout(idle);
  };
  const release = (): void => {
    held -= 1;
    if (held === 0) idle = setTimeout(() => void rest(), idleMs).unref();
  };

  const programIn = async (folder: string): Promise<ConfinedProgram> => {
    if (program !== undefined && (jobsDone >= jobsPerProcess || program.hasEnded())) await endProgram();
    program ??= await startProgram({ file, folder, memoryMb: limits.memoryMb });
    return program;
  };

  const runNow = async ({ task, source, signal }: SandboxJob): Promise<SandboxReply> => {
    signal?.throwIfAborted();
    if (closed) throw new Error('The sandbox was ended');
    place ??= sandboxFolder();
    const folder = await place;
    const [input, output] = [join(folder, randomUUID()), join(folder, randomUUID())];
    try {
      if (source !== undefined) await pipeline(source, createWriteStream(input, { mode: 0o600 }), signal === undefined ? {} : { signal });
      const current = await programIn(folder);
      if (closed) {
        await endProgram();
        throw new Error('The sandbox was ended');
      }
      const ended = await current.answer({ task, source: input, output }, limits.timeoutMs, signal);
      jobsDone += 1;
      signal?.throwIfAborted();
      const dispose = async (): Promise<void> => {
        await rm(output, { force: true });
        release();
      };
      return { ...ended, output, [Symbol.asyncDispose]: dispose };
    } catch (error) {
      await rm(output, { force: true });
      throw error;
    } finally {
      await rm(input, { force: true });
    }
  };

  return {
    run(job) {
      take();
      const reply = turn.then(() => runNow(job));
      turn = reply.catch(release);
      return reply;
    },
    async end() {
      closed = true;
      await rest();
    },
  };
}
