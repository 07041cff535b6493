import process from 'node:process';

/** What a process does to itself when it comes to one of these points for the nth time. */
export interface Trap {
  readonly does: 'kill' | 'stop' | 'block';
  readonly points: readonly string[];
  readonly nth: number;
  /** How long it blocks its event loop. */
  readonly ms?: number;
}

/** What the process that started a steered service tells it; answered by `{ done: sequence }`. */
export interface Order {
  readonly sequence: number;
  readonly clock?: string;
  readonly arm?: Trap;
  /** How far its clock is off real time from now on, where it runs on real time. */
  readonly wrongBy?: number;
}

/** Springs once. */
export function trapOf({ does, points, nth, ms = 0 }: Trap): (name: string) => void {
  let hits = 0;
  return (name) => {
    if (!points.includes(name)) return;
    hits += 1;
    if (hits !== nth) return;
    if (does === 'kill') process.kill(process.pid, 'SIGKILL');
    else if (does === 'stop') process.kill(process.pid, 'SIGSTOP');
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
  };
}
