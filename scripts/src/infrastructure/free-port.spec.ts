import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { anyFreePorts, nextFreePort } from './free-port.ts';

describe('ports', () => {
  it('a busy port falls to the next free one', async () => {
    const busy = createServer();
    await new Promise<void>((done) => busy.listen(0, '127.0.0.1', done));
    const { port } = busy.address() as AddressInfo;
    expect(await nextFreePort(port)).toBeGreaterThan(port);
    await new Promise((done) => busy.close(done));
    expect(await nextFreePort(port)).toBe(port);
  });

  it('a port that was promised already is not given twice', async () => {
    const first = await nextFreePort(23_000);
    expect(await nextFreePort(first, new Set([first]))).toBeGreaterThan(first);
    expect(new Set(await anyFreePorts(20)).size).toBe(20);
  });
});
