import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { crashAt } from './index.ts';

const points = ['note:write.beforeCommit', 'outbox.afterConfirm', 'note:write.beforeCommit'];

describe('crashAt', () => {
  it.each([
    ['outbox.afterConfirm', points.slice(0, 1)],
    ['note:write.beforeCommit', []],
    ['note:write.beforeCommit:2', points.slice(0, 2)],
  ])('kills the process at %s and not before', (text, survived) => {
    const { signal, stdout } = pass(text);
    expect(signal).toBe('SIGKILL');
    expect(stdout.split('\n').filter((line) => line !== '')).toEqual(survived);
  });

  it('leaves a process alone that never comes to the point', () => {
    expect(pass('note:write.beforeCommit:3')).toMatchObject({ signal: null, status: 0 });
  });

  it.each(['', 'outbox.afterConfirm:0'])('refuses %j', (text) => {
    expect(() => crashAt(text)).toThrow('Not a crash point');
  });
});

function pass(text: string): { signal: NodeJS.Signals | null; status: number | null; stdout: string } {
  const { signal, status, stdout } = spawnSync(process.execPath, [join(__dirname, 'crash-at.fixture.ts'), text, ...points], { encoding: 'utf8' });
  return { signal, status, stdout };
}
