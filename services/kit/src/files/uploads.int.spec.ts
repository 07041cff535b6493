import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { request as httpRequest } from 'node:http';
import { assertTransactional, waitFor } from '../testing/index.ts';
import { readAll } from './index.ts';
import { limit, png, sha256, startTransfers } from './test/transfers.ts';
import type { Transfers } from './test/transfers.ts';

describe('an upload', () => {
  let files: Transfers;
  beforeAll(async () => {
    files = await startTransfers();
  });
  afterAll(() => files.stop());
  beforeEach(() => files.empty());

  it('is announced, sent once, and used once by its owner', async () => {
    const { uploadId, url } = await files.announce();
    expect(url).toMatch(/^https:\/\/city\.example\/files\/ticketing\/uploads\//);
    const answer = await files.put(url, png);
    expect([answer.status, answer.body]).toMatchObject([200, { uploadId, size: png.length, mediaType: 'image/png' }]);
    files.database.commands.length = 0;
    const [file] = await files.claim([uploadId]);
    expect(file).toMatchObject({ uploadId, fileName: 'rg frente.png', sha256: sha256(png) });
    expect((await readAll(files.store, file?.id ?? '', limit)).equals(png)).toBe(true);
    expect(() => assertTransactional(files.database.commands, { except: [] })).not.toThrow();
    await expect(files.claim([uploadId])).rejects.toMatchObject({ code: 'UPLOAD_ALREADY_USED', details: { uploadId } });
    expect(await files.put(url, png)).toMatchObject({ status: 410, body: { code: 'UPLOAD_ALREADY_USED' } });
  });

  it('can be used by one of two commands at the same time, never by both, nor twice in one', async () => {
    const { uploadId, url } = await files.announce();
    await files.put(url, png);
    await expect(files.claim([uploadId, uploadId])).rejects.toMatchObject({ code: 'UPLOAD_ALREADY_USED' });
    const both = await Promise.allSettled([files.claim([uploadId]), files.claim([uploadId])]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('does not exist for anybody else, is not usable before it is whole, and not for an operator as an id', async () => {
    const { uploadId } = await files.announce();
    await expect(files.claim([uploadId], 'person:eve')).rejects.toMatchObject({ code: 'UPLOAD_NOT_FOUND', kind: 'not-found' });
    await expect(files.claim([uploadId])).rejects.toMatchObject({ code: 'UPLOAD_INCOMPLETE' });
    await expect(files.claim(['{"$gt":""}'])).rejects.toMatchObject({ code: 'UPLOAD_NOT_FOUND' });
  });

  it('refuses what was not announced: longer, of another type, with another hash, shorter', async () => {
    const longer = await files.announce();
    expect(await files.put(longer.url, Buffer.concat([png, Buffer.alloc(1)]))).toMatchObject({ status: 413, body: { code: 'FILE_TOO_LARGE' } });
    expect(await files.put(longer.url, Buffer.concat([png, Buffer.alloc(1)]), { chunked: true })).toMatchObject({ status: 413 });

    const html = Buffer.from('<html><script>alert(1)</script></html>');
    const falseType = await files.announce({ size: html.length, sha256: sha256(html) });
    expect(await files.put(falseType.url, html)).toMatchObject({ status: 415, body: { code: 'FILE_TYPE_NOT_ACCEPTED' } });

    const other = await files.announce({ sha256: 'a'.repeat(64) });
    expect(await files.put(other.url, png)).toMatchObject({ status: 422, body: { code: 'FILE_HASH_MISMATCH' } });

    const shorter = await files.announce();
    expect(await files.put(shorter.url, png.subarray(0, 1000))).toMatchObject({ status: 422, body: { code: 'FILE_SIZE_MISMATCH' } });
    expect(await files.put(shorter.url, png.subarray(0, 1000), { chunked: true })).toMatchObject({ status: 422 });
    expect(await files.bytesStored()).toBe(0);
  });

  it('takes a file of exactly 20 MiB and refuses one byte more', async () => {
    const full = Buffer.concat([png, Buffer.alloc(limit - png.length)]);
    const { url } = await files.announce({ size: limit, sha256: sha256(full) });
    expect(await files.put(url, full)).toMatchObject({ status: 200 });
    await expect(files.announce({ size: limit + 1 })).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
  });

  it('can be sent again after it was cut in the middle, and answers the same when it is sent once more', async () => {
    const { uploadId, url } = await files.announce();
    const cut = httpRequest(files.local(url), { method: 'PUT', headers: { 'content-length': png.length } });
    cut.on('error', () => undefined);
    cut.write(png.subarray(0, 150_000));
    await waitFor(async () => (await files.uploadRow(uploadId))?.['attemptFileId'], { describe: 'the attempt' });
    cut.destroy();
    expect(await files.put(url, png)).toMatchObject({ status: 200 });
    expect(await files.put(url, png)).toMatchObject({ status: 200, body: { uploadId } });
    await waitFor(async () => (await files.bytesStored()) === png.length, { describe: 'one copy of the bytes' });
    await expect(files.claim([uploadId])).resolves.toHaveLength(1);
  });

  it('received twice at the same time keeps one copy', async () => {
    const { uploadId, url } = await files.announce();
    const answers = await Promise.all([files.put(url, png), files.put(url, png, { chunked: true })]);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(1);
    await waitFor(async () => (await files.bytesStored()) === png.length, { describe: 'one copy of the bytes' });
    const [file] = await files.claim([uploadId]);
    expect((await readAll(files.store, file?.id ?? '', limit)).equals(png)).toBe(true);
  });

  it('has an address that nobody can change and that ends', async () => {
    const { url } = await files.announce();
    expect(await files.put(url.replace('sig=', 'sig=A'), png)).toMatchObject({ status: 404, body: { code: 'UPLOAD_NOT_FOUND' } });
    expect(await files.put(url.replace(/uploads\/[^?]+/, 'uploads/other'), png)).toMatchObject({ status: 404 });
    files.clock.advance({ minutes: 10 });
    expect(await files.put(url, png)).toMatchObject({ status: 410, body: { code: 'UPLOAD_EXPIRED', title: 'Não está mais disponível' } });
  });

  it('is swept with its bytes when nobody finished or used it in time, and never after it was used', async () => {
    const used = await files.announce();
    await files.put(used.url, png);
    await files.claim([used.uploadId]);
    const forgotten = await files.announce();
    await files.put(forgotten.url, png);
    await files.announce();
    files.clock.advance({ hours: 23 });
    expect(await files.uploads.sweep()).toBe(1);
    files.clock.advance({ hours: 2 });
    await expect(files.claim([forgotten.uploadId])).rejects.toMatchObject({ code: 'UPLOAD_EXPIRED' });
    expect(await files.uploads.sweep()).toBe(1);
    expect(await files.uploads.sweep()).toBe(0);
    expect(await files.bytesStored()).toBe(png.length);
  });

  it.each([
    ['FILE_NAME_INVALID', { fileName: '../etc/passwd' }],
    ['FILE_EMPTY', { size: 0 }],
    ['FILE_EMPTY', { size: 1.5 }],
    ['FILE_HASH_INVALID', { sha256: 'ABC' }],
    ['FILE_TYPE_NOT_ACCEPTED', { mediaType: 'text/html' }],
    ['FILE_TYPE_NOT_ACCEPTED', { mediaType: 'application/json' }],
  ] as const)('is refused with %s when it is announced as %j', async (code, wrong) => {
    await expect(files.announce(wrong)).rejects.toMatchObject({ code, kind: 'invalid' });
  });
});
