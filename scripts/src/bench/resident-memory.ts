import { readdir, readFile } from 'node:fs/promises';

const sampleMs = 50;

/** Resident memory of a process in MiB; throws when it is gone. */
export async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
}

/** The same with all its children and theirs. */
export async function residentWithChildren(pid: number): Promise<number> {
  const own = await residentMegabytes(pid);
  const threads = await readdir(`/proc/${String(pid)}/task`);
  const lists = await Promise.all(threads.map((thread) => readFile(`/proc/${String(pid)}/task/${thread}/children`, 'utf8').catch(() => '')));
  const children = lists.flatMap((list) => list.trim().split(/\s+/).filter(Boolean));
  const theirs = await Promise.all(children.map((child) => residentWithChildren(Number(child)).catch(() => 0)));
  return theirs.reduce((sum, megabytes) => sum + megabytes, own);
}

/** Looks 20 times a second from now on; `end` answers the most it saw. */
export function watchPeak(look: () => Promise<number>): { end(): number } {
  let peak = 0;
  const watch = setInterval(() => {
    void look().then((megabytes) => (peak = Math.max(peak, megabytes)), () => undefined);
  }, sampleMs);
  return {
    end() {
      clearInterval(watch);
      return peak;
    },
  };
}
