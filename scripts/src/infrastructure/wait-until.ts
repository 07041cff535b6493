import { setTimeout as sleep } from 'node:timers/promises';
import type { Child } from './child-process.ts';
import { lastLines } from './log-file.ts';

export interface WaitOptions {
  readonly what: string;
  readonly timeoutMs: number;
  readonly everyMs?: number;
  /** The process waited for: when it ends, waiting is over, and the end of its log is the explanation. */
  readonly child?: Child;
  readonly logFile?: string;
}

/** Asks again and again until the answer is not undefined; a question that throws counts as "not yet". */
export async function waitUntil<T>(question: () => Promise<T | undefined>, options: WaitOptions): Promise<T> {
  const deadline = performance.now() + options.timeoutMs;
  let lastError = '';
  while (performance.now() < deadline) {
    if (options.child?.hasExited() === true) {
      const { code, signal, error } = await options.child.exit;
      throw new Error(`${options.what} ended at once (${error ?? signal ?? `exit ${String(code)}`})${await explanation(options)}`);
    }
    try {
      const answer = await question();
      if (answer !== undefined) return answer;
    } catch (error) {
      lastError = error instanceof Error ? error.message : String(error);
    }
    await sleep(options.everyMs ?? 50);
  }
  throw new Error(`${options.what} was not ready after ${options.timeoutMs / 1000} s ${lastError}${await explanation(options)}`);
}

async function explanation({ logFile }: WaitOptions): Promise<string> {
  return logFile === undefined ? '' : `\n${await lastLines(logFile, 20)}`;
}
