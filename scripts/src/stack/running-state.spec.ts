import { spawn } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { holdState, markOf, runningState } from './running-state.ts';

describe('running state', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'guiche-state-'));
    file = join(folder, 'state.json');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is held by one launcher at a time, and free again after it', async () => {
    const first = await holdState(file);
    expect(first).toHaveProperty('release');
    expect(await holdState(file)).toMatchObject({ heldBy: { launcher: { pid: process.pid } } });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    if ('release' in first) await first.release();
    expect(await runningState(file)).toBeUndefined();
    expect(await holdState(file)).toHaveProperty('release');
  });

  it('keeps the last of many changes made at once', async () => {
    const held = await holdState(file);
    if (!('update' in held)) throw new Error('not held');
    await Promise.all(Array.from({ length: 20 }, (_, index) => held.update({ urls: { graph: String(index) } })));
    expect(await runningState(file)).toMatchObject({ urls: { graph: '19' } });
  });

  it('of a launcher that was killed is taken over, and what it left running is stopped', async () => {
    const orphan = spawn('sleep', ['60'], { stdio: 'ignore' });
    const ended = new Promise((resolve) => orphan.on('exit', (_, signal) => resolve(signal)));
    const gone = { pid: 999_999_999, startedAt: '1' };
    await writeFile(file, JSON.stringify({ launcher: gone, children: [markOf(orphan.pid ?? 0)], urls: {} }));
    expect(await holdState(file)).toHaveProperty('release');
    expect(await ended).toBe('SIGTERM');
  });

  it('never touches a later process that got the same number', async () => {
    const stranger = spawn('sleep', ['60'], { stdio: 'ignore' });
    const mark = { pid: stranger.pid ?? 0, startedAt: 'another time' };
    await writeFile(file, JSON.stringify({ launcher: mark, children: [mark], urls: {} }));
    await holdState(file);
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
    stranger.kill('SIGKILL');
  });
});
