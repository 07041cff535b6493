import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findProjectRoot } from '../infrastructure/local-folder.ts';
import { PROCESS_NAMES } from './process-plans.ts';
import type { ProcessName } from './process-plans.ts';
import { startTestStack } from './test-stack.ts';
import type { TestStack } from './test-stack.ts';

const fake = join(findProjectRoot(), 'scripts', 'src', 'stack', 'test', 'fake-process.ts');
const entries = Object.fromEntries(PROCESS_NAMES.map((name) => [name, fake])) as Record<ProcessName, string>;

describe('the stack', () => {
  let stack: TestStack;
  beforeAll(async () => {
    stack = await startTestStack({ name: 'stack', entries, environment: { process: { TELL: 'crash points' } } });
  });
  afterAll(() => stack.stop());

  async function tell(name: ProcessName): Promise<string> {
    return (await fetch(`${stack.internalUrls[name]}/health/ready`)).text();
  }

  it('runs six processes, each ready on a port of its own, the gateway inside only', async () => {
    expect(Object.keys(stack.pids()).sort()).toEqual([...PROCESS_NAMES].sort());
    expect(new Set(Object.values(stack.urls)).size).toBe(6);
    for (const name of PROCESS_NAMES) expect((await fetch(`${stack.internalUrls[name]}/health/ready`)).status).toBe(200);
    expect((await fetch(`${stack.urls.gateway}/health/ready`)).status).toBe(404);
    expect(stack.graphUrl).toBe(`${stack.urls.gateway}/graphql`);
  });

  it('kills one at once and starts it again at the same place, with other settings if wished', async () => {
    expect(await tell('process')).toBe('crash points');
    const ended = stack.exitOf('process');
    await stack.kill('process');
    expect(await ended).toMatchObject({ signal: 'SIGKILL' });
    expect(stack.isRunning('process')).toBe(false);
    await stack.start('process', { environment: {} });
    expect(await tell('process')).toBe('nothing');
  });

  it('restarts one by name', async () => {
    const before = stack.pids().identity;
    await stack.restart('identity');
    expect(stack.pids().identity).not.toBe(before);
  });

  it('says with the end of its log why a process did not start', async () => {
    await stack.kill('ticketing');
    await expect(stack.start('ticketing', { environment: { TELL: 'broken' } })).rejects.toThrow(/ticketing ended at once[^]*cannot start like this/);
    await stack.start('ticketing');
  });

  it('stops everything, and leaves nothing at the broker', async () => {
    const pids = Object.values(stack.pids());
    await stack.stop();
    for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow();
    const { origin, username, password } = new URL(stack.administration.rabbitApiUrl ?? '');
    const authorization = `Basic ${Buffer.from(`${username}:${decodeURIComponent(password)}`).toString('base64')}`;
    const vhost = await fetch(`${origin}/api/vhosts/${stack.tenancy.vhost}`, { headers: { authorization } });
    expect(vhost.status).toBe(404);
  });
});
