import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fetchVerified, fileIdFor } from './index.ts';
import type { RemoteFile } from './index.ts';
import { limit, png, sha256, startTransfers } from './test/transfers.ts';
import type { Transfers } from './test/transfers.ts';

describe('fetchVerified', () => {
  let files: Transfers;
  beforeAll(async () => {
    files = await startTransfers();
  });
  afterAll(() => files.stop());
  beforeEach(() => files.empty());

  const link = { audience: 'process', expiresAt: new Date('2026-03-09T12:00:00Z') };
  const remote = (path: string, changed: Partial<RemoteFile> = {}): Promise<unknown> =>
    fetchVerified({
      ...{ baseUrl: files.base, path, fileName: 'rg.png', size: png.length, sha256: sha256(png), limitBytes: limit },
      ...{ accept: ['image/png'], store: files.store, timeoutMs: 300, ...changed },
    });

  it('copies the file of another service, once for the same id', async () => {
    const file = await files.stored();
    const id = fileIdFor(`copy of ${file.id}`);
    const copy = await remote(files.downloads.path(file.id, link), { id });
    expect(copy).toEqual({ ...file, id });
    await files.store.remove(file.id);
    expect(await remote(files.downloads.path(file.id, link), { id })).toEqual(copy);
  });

  it('gives up for good on a file that is gone, forbidden, elsewhere or not the announced one', async () => {
    const file = await files.stored();
    const path = files.downloads.path(file.id, link);
    const final = (code: string) => ({ kind: 'invalid', code });
    await expect(remote('/files/0123?sig=x')).rejects.toMatchObject(final('REMOTE_FILE_REFUSED'));
    await expect(remote('//evil.example/x')).rejects.toMatchObject(final('REMOTE_ADDRESS_REFUSED'));
    await expect(remote('@evil.example/x')).rejects.toMatchObject(final('REMOTE_ADDRESS_REFUSED'));
    await expect(remote(path, { sha256: 'b'.repeat(64) })).rejects.toMatchObject(final('FILE_HASH_MISMATCH'));
    await expect(remote(path, { size: png.length - 1 })).rejects.toMatchObject(final('FILE_SIZE_MISMATCH'));
    await expect(remote(path, { accept: ['application/pdf'] })).rejects.toMatchObject(final('FILE_TYPE_NOT_ACCEPTED'));
    await expect(remote(path, { limitBytes: 10 })).rejects.toMatchObject(final('FILE_TOO_LARGE'));
    files.clock.advance({ days: 8 });
    await expect(remote(path)).rejects.toMatchObject(final('REMOTE_FILE_REFUSED'));
    const redirect = await serving((_request, response) => void response.writeHead(302, { location: '/' }).end());
    await expect(remote('/x', { baseUrl: redirect.url })).rejects.toMatchObject(final('REMOTE_FILE_REFUSED'));
    await redirect.close();
    expect(await files.bytesStored()).toBe(png.length);
  });

  it('asks to be tried again when the other service is away, failing, silent, or breaks off', async () => {
    const passing = { kind: 'unavailable', code: 'REMOTE_FILE_UNAVAILABLE' };
    const away = await serving(() => undefined);
    await away.close();
    await expect(remote('/x', { baseUrl: away.url })).rejects.toMatchObject(passing);
    const listeners: RequestListener[] = [
      (_request, response) => void response.writeHead(503).end(),
      (_request, response) => void response.writeHead(429).end(),
      () => undefined,
      (_request, response) => {
        response.writeHead(200, { 'content-length': png.length });
        response.write(png.subarray(0, 100_000), () => response.destroy());
      },
      (_request, response) => {
        response.writeHead(200);
        response.write(png.subarray(0, 100_000));
      },
    ];
    for (const listener of listeners) {
      const other = await serving(listener);
      await expect(remote('/x', { baseUrl: other.url })).rejects.toMatchObject(passing);
      await other.close();
    }
    expect(await files.bytesStored()).toBe(0);
  });
});

async function serving(listener: RequestListener): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
