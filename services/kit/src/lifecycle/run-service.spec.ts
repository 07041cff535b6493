import { describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';

interface Line {
  msg: string;
  name?: string;
  url?: string;
  err?: { message: string };
}

describe('runService', () => {
  it('says one ready line, drains in the order that loses nothing, and exits with 0', async () => {
    const { lines, code } = await run('orderly', ['SIGTERM']);
    expect(lines.filter(({ msg }) => msg === 'ready')).toMatchObject([{ url: 'http://fixture' }]);
    expect(stepsOf(lines)).toEqual(['unready', 'stopWork', 'closeFront', 'stopRelay', 'closeBroker', 'closeDatabase']);
    expect(code).toBe(0);
  });

  it('takes the other steps when one fails, and exits with 1', async () => {
    const { lines, code } = await run('failing-step', ['SIGINT']);
    expect(stepsOf(lines)).toHaveLength(6);
    expect(code).toBe(1);
  });

  it('exits in time when a step hangs', async () => {
    const { lines, code } = await run('hanging', ['SIGTERM']);
    expect(lines.at(-1)?.msg).toBe('not stopped within 300 ms');
    expect(code).toBe(1);
  });

  it('exits at once at a second signal', async () => {
    const { lines, code } = await run('hanging', ['SIGTERM', 'SIGTERM']);
    expect(lines.at(-1)?.msg).toBe('exit at once');
    expect(code).toBe(1);
  });

  it('logs an uncaught exception or a failed start and exits with 1', async () => {
    const thrown = await run('throwing', []);
    expect(thrown.lines.at(-1)).toMatchObject({ msg: 'uncaught exception', err: { message: 'a bug in a timer' } });
    const broken = await run('broken', []);
    expect(broken.lines).toMatchObject([{ msg: 'not started', err: { message: 'no database' } }]);
    expect([thrown.code, broken.code]).toEqual([1, 1]);
  });
});

/** Sends the first signal when the service is ready, the second when it has begun to stop. */
async function run(behaviour: string, signals: NodeJS.Signals[]): Promise<{ lines: Line[]; code: number }> {
  const child = spawn(process.execPath, [join(__dirname, 'run-service.fixture.ts'), behaviour], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: Line[] = [];
  const pending = [...signals];
  let rest = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const line = JSON.parse(part) as Line;
      lines.push(line);
      const signal = ['ready', 'stopping'].includes(line.msg) ? pending.shift() : undefined;
      if (signal !== undefined) child.kill(signal);
    }
  });
  const [code] = (await once(child, 'close')) as [number];
  return { lines, code };
}

function stepsOf(lines: Line[]): (string | undefined)[] {
  return lines.filter(({ msg }) => msg === 'step').map(({ name }) => name);
}
