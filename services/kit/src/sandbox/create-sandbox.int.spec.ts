import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { waitFor } from '../testing/wait-for.ts';
import { createSandbox } from './index.ts';
import type { Sandbox } from './index.ts';

const program = join(import.meta.dirname, 'test/hostile-program.ts');
let sandbox: Sandbox;
const ended = async (task: string, source?: AsyncIterable<Uint8Array>) => {
  await using reply = await sandbox.run({ task, ...(source && { source }) });
  const { kind } = reply;
  return kind === 'done' ? { kind, value: reply.value } : kind === 'failed' ? { kind, message: reply.message } : { kind };
};
const pid = async () => ((await ended('pid')) as { value: number }).value;

async function* bytes(text: string) {
  yield Buffer.from(text);
}

describe('a sandbox', () => {
  beforeEach(() => {
    sandbox = createSandbox(program, { timeoutMs: 1_500, memoryMb: 200, jobsPerProcess: 3 });
  });
  afterEach(() => sandbox.end());

  it('gives the program the bytes as a file and hands out the file it writes, until the reply is disposed', async () => {
    const reply = await sandbox.run({ task: 'copy', source: bytes('olá') });
    expect(reply).toMatchObject({ kind: 'done', value: 4 });
    expect(await readFile(reply.output, 'utf8')).toBe('olá');
    await reply[Symbol.asyncDispose]();
    expect(existsSync(reply.output)).toBe(false);
  });

  it.each([
    ['spin', 'timeout'],
    ['fill the heap', 'memory'],
    ['fill buffers', 'memory'],
    ['exit', 'failed'],
  ])('survives a program that would %s, says %s, and goes on with a new one', async (task, kind) => {
    const before = await pid();
    expect(await ended(task)).toMatchObject({ kind });
    expect(await pid()).not.toBe(before);
  });

  it('shows the program neither the environment nor files outside, and lets it write nowhere else', async () => {
    expect(await ended('environment')).toMatchObject({ kind: 'done', value: ['MALLOC_ARENA_MAX'] });
    expect(await ended('read elsewhere')).toMatchObject({ kind: 'failed', message: expect.stringContaining('restricted') });
    expect(await ended('write elsewhere')).toMatchObject({ kind: 'failed', message: expect.stringContaining('restricted') });
  });

  it('tells an error of the program and keeps the program', async () => {
    const before = await pid();
    expect(await ended('nonsense')).toEqual({ kind: 'failed', message: 'no such task' });
    expect(await pid()).toBe(before);
  });

  it('replaces the process after so many jobs', async () => {
    const pids = [await pid(), await pid(), await pid(), await pid()];
    expect(new Set(pids).size).toBe(2);
    expect(pids[2]).toBe(pids[0]);
  });

  it('does one job at a time, in order, however many are asked at once', async () => {
    const sizes = await Promise.all(['a', 'bb', 'ccc', 'dddd'].map((text) => ended('copy', bytes(text))));
    expect(sizes.map((reply) => (reply as { value: number }).value)).toEqual([1, 2, 3, 4]);
  });

  it('stops a job when it is aborted', async () => {
    const stop = new AbortController();
    const reply = sandbox.run({ task: 'spin', signal: stop.signal });
    stop.abort(new Error('no longer wanted'));
    await expect(reply).rejects.toThrow('no longer wanted');
    expect(await ended('copy', bytes('x'))).toMatchObject({ kind: 'done' });
  });

  it('blames no document when it is ended in the middle of a job', async () => {
    await ended('pid');
    const [running, waiting] = [sandbox.run({ task: 'spin' }), sandbox.run({ task: 'pid' })];
    await Promise.all([expect(running).rejects.toThrow('was ended'), expect(waiting).rejects.toThrow('was ended'), sandbox.end()]);
  });

  it('passes on what the source throws', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('half');
      throw new Error('the store is away');
    }
    await expect(ended('copy', broken())).rejects.toThrow('the store is away');
  });

  it('keeps no process when nothing is asked for a while', async () => {
    const brief = createSandbox(program, { timeoutMs: 1_500, memoryMb: 200, idleMs: 1 });
    const reply = await brief.run({ task: 'pid' });
    const { value } = reply as unknown as { value: number };
    expect(existsSync(`/proc/${String(value)}`)).toBe(true);
    await reply[Symbol.asyncDispose]();
    await waitFor(() => !existsSync(`/proc/${String(value)}`), { describe: 'the end of the idle process' });
    await brief.end();
  });

  it('says that its program does not start, instead of blaming the document', async () => {
    const missing = createSandbox(join(import.meta.dirname, 'test/missing.ts'), { timeoutMs: 1_500, memoryMb: 200 });
    await expect(missing.run({ task: 'pid' })).rejects.toThrow('did not start');
    await missing.end();
  });
});
