import { readFileSync } from 'node:fs';

/** What /proc counts in, 100 a second on every Linux that Node runs on. */
const msPerTick = 10;

/** CPU time that a process and its ended children have used, in milliseconds; zero when it is gone. */
export function cpuMsOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ').map(Number);
    return fields.slice(11, 15).reduce((sum, ticks) => sum + ticks, 0) * msPerTick;
  } catch {
    return 0;
  }
}

/** Asked again and again, the CPU time of these processes since it was made. */
export function cpuWatch(pids: readonly number[]): () => number {
  const used = (): number => pids.reduce((sum, pid) => sum + cpuMsOf(pid), 0);
  const before = used();
  return () => used() - before;
}
