import process from 'node:process';
import type { Checkpoint } from '../use-case/index.ts';

/**
 * A checkpoint that kills this process, without any chance to clean up, at the nth hit of a named point. `text` is
 * `<point>` or `<point>:<nth>`, such as `outbox.afterConfirm` or `message:write.beforeCommit:2`.
 */
export function crashAt(text: string): Checkpoint {
  const [, point, nth = '1'] = /^(.+?)(?::(\d+))?$/.exec(text) ?? [];
  if (point === undefined || Number(nth) < 1) throw new Error(`Not a crash point: ${JSON.stringify(text)}`);
  let hits = 0;
  return (name) => {
    if (name !== point) return;
    hits += 1;
    if (hits === Number(nth)) process.kill(process.pid, 'SIGKILL');
  };
}
