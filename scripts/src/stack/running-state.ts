import { readFileSync } from 'node:fs';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process of the operating system; the time it started tells it from a later one with the same number. */
export interface ProcessMark {
  readonly pid: number;
  readonly startedAt: string;
}

/** What is running out of a local folder, for other commands and for the next start. */
export interface RunningState {
  readonly launcher: ProcessMark;
  readonly children: readonly ProcessMark[];
  readonly urls: Readonly<Record<string, string>>;
}

export interface HeldState {
  update(change: Partial<Pick<RunningState, 'children' | 'urls'>>): Promise<void>;
  release(): Promise<void>;
}

const STOP_GRACE_MS = 6_000;

/** Takes the folder for this launcher, or tells who has it. What a launcher that was killed left behind is stopped. */
export async function holdState(file: string): Promise<HeldState | { readonly heldBy: RunningState }> {
  let state: RunningState = { launcher: markOf(process.pid), children: [], urls: {} };
  while (!(await createFile(file, state))) {
    const other = await readState(file);
    if (other !== undefined && isAlive(other.launcher)) return { heldBy: other };
    await stopProcesses(other?.children ?? []);
    await rm(file, { force: true });
  }
  let lastWrite = Promise.resolve();
  // One after the other, so that the last one written is the last one wanted.
  const afterwards = (work: () => Promise<void>) => (lastWrite = lastWrite.then(work));
  return {
    update(change) {
      state = { ...state, ...change };
      return afterwards(() => replaceFile(file, state));
    },
    release: () => afterwards(() => rm(file, { force: true })),
  };
}

async function replaceFile(file: string, state: RunningState): Promise<void> {
  const draft = `${file}.new`;
  await writeFile(draft, JSON.stringify(state, null, 2), { mode: 0o600 });
  await rename(draft, file);
}

/** The state of what is running, or nothing when nothing is. */
export async function runningState(file: string): Promise<RunningState | undefined> {
  const state = await readState(file);
  return state !== undefined && isAlive(state.launcher) ? state : undefined;
}

export function markOf(pid: number): ProcessMark {
  return { pid, startedAt: startTimeOf(pid) ?? '' };
}

export async function stopProcesses(marks: readonly ProcessMark[]): Promise<void> {
  const deadline = performance.now() + STOP_GRACE_MS;
  send(marks, 'SIGTERM');
  while (marks.some(isAlive) && performance.now() < deadline) await sleep(100);
  send(marks, 'SIGKILL');
}

function send(marks: readonly ProcessMark[], signal: NodeJS.Signals): void {
  for (const { pid } of marks.filter(isAlive)) process.kill(pid, signal);
}

function isAlive({ pid, startedAt }: ProcessMark): boolean {
  return startTimeOf(pid) === startedAt;
}

/** Field 22 of Linux's /proc/<pid>/stat; elsewhere only that the process is there. */
function startTimeOf(pid: number): string | undefined {
  try {
    if (process.platform !== 'linux') return String(process.kill(pid, 0));
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/** Linked into place whole, so that whoever finds the file can read it. */
async function createFile(file: string, state: RunningState): Promise<boolean> {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, JSON.stringify(state, null, 2), { mode: 0o600 });
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function readState(file: string): Promise<RunningState | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as RunningState;
  } catch {
    return undefined;
  }
}
