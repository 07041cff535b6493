import process from 'node:process';

/** One job as the program in the sandbox sees it: what to do, the file to read and the file it may write. */
export interface SandboxAssignment {
  readonly task: unknown;
  readonly source: string;
  readonly output: string;
}

/**
 * What the program of a sandbox calls once, with everything loaded: it then answers jobs, one at a time. The answer is
 * JSON; a thrown error is told by its message. It ends when the parent is gone.
 */
export function serveSandbox(handle: (assignment: SandboxAssignment) => Promise<unknown>): void {
  const answer = async (assignment: SandboxAssignment): Promise<void> => {
    try {
      process.send?.({ kind: 'done', value: (await handle(assignment)) ?? null });
    } catch (error) {
      process.send?.({ kind: 'failed', message: error instanceof Error ? error.message : 'unknown failure' });
    }
  };
  process.on('message', (assignment) => void answer(assignment as SandboxAssignment));
  process.on('disconnect', () => process.exit());
  process.send?.({ kind: 'ready' });
}
