import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ana, png, sha256, startTransfers } from './test/transfers.ts';
import type { Transfers } from './test/transfers.ts';

describe('a download', () => {
  let files: Transfers;
  beforeAll(async () => {
    files = await startTransfers();
  });
  afterAll(() => files.stop());
  beforeEach(() => files.empty());

  const link = { audience: ana, expiresAt: new Date('2026-03-02T12:05:00Z') };

  it('is an attachment that no browser runs, keeps or guesses about', async () => {
    const file = await files.stored();
    const answer = await fetch(files.local(files.downloads.publicUrl(file.id, link)));
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(png.length),
      'content-disposition': `attachment; filename="rg.png"; filename*=UTF-8''rg.png`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-store',
      etag: `"${sha256(png)}"`,
    });
    expect(Buffer.from(await answer.arrayBuffer()).equals(png)).toBe(true);
    const head = await fetch(files.local(files.downloads.publicUrl(file.id, link)), { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, String(png.length), '']);
  });

  it('gives one range, refuses one beyond the end, and sends everything when the file is not the one it was', async () => {
    const file = await files.stored();
    const url = files.local(files.downloads.publicUrl(file.id, link));
    const get = (headers: Record<string, string>): Promise<Response> => fetch(url, { headers });
    const part = await get({ range: 'bytes=10-19' });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 10-19/${png.length}`]);
    expect(Buffer.from(await part.arrayBuffer()).equals(png.subarray(10, 20))).toBe(true);
    const beyond = await get({ range: `bytes=${png.length}-` });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${png.length}`]);
    const changed = await get({ range: 'bytes=10-19', 'if-range': '"other"' });
    expect(changed.status).toBe(200);
  });

  it('is bound to its file, ends, and can be withdrawn from its audience', async () => {
    const [one, other] = [await files.stored(), await files.stored()];
    const url = files.local(files.downloads.publicUrl(one.id, link));
    expect((await fetch(url.replace(one.id, other.id))).status).toBe(404);
    expect((await fetch(url.replace('ana', 'eve'))).status).toBe(404);
    files.denied.add(ana);
    expect((await fetch(url)).status).toBe(404);
    files.denied.delete(ana);
    files.clock.advance({ minutes: 5 });
    const expired = await fetch(url);
    expect([expired.status, await expired.json()]).toMatchObject([410, { code: 'FILE_LINK_EXPIRED' }]);
  });
});
