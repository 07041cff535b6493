import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpFront, createMetrics } from '../lifecycle/index.ts';
import type { HttpFront } from '../lifecycle/index.ts';
import { createLog } from '../log/index.ts';
import { inTransaction } from '../mongo/index.ts';
import { assertTransactional, fixedClock, testDatabase, waitFor } from '../testing/index.ts';
import type { MovableClock, TestDatabase } from '../testing/index.ts';
import { createDownloads, createUploads, fetchVerified, fileIdFor, gridFsFileStore, readAll } from './index.ts';
import type { ClaimedFile, Downloads, FileStore, NewUpload, RemoteFile, Uploads } from './index.ts';

const noon = '2026-03-02T12:00:00Z';
const limit = 20 * 1024 * 1024;
const pngHeader = '89504e470d0a1a0a 0000000d 49484452 00000001 00000001 0802000000 907753de 00030d40 49444154';
const png = Buffer.concat([Buffer.from(pngHeader.replaceAll(' ', ''), 'hex'), randomBytes(200_000)]);
const ana = 'person:ana';

let database: TestDatabase;
let clock: MovableClock;
let store: FileStore;
let uploads: Uploads;
let downloads: Downloads;
let front: HttpFront;
let base: string;
const denied = new Set<string>();

beforeAll(async () => {
  database = await testDatabase();
  clock = fixedClock(noon);
  store = gridFsFileStore(database.connection);
  const common = { store, key: randomBytes(32), now: clock.now, publicPath: 'https://city.example/files/ticketing' };
  uploads = createUploads({ connection: database.connection, ...common });
  await uploads.prepare();
  downloads = createDownloads({
    ...common,
    authorise: ({ audience }) => (denied.has(audience) ? Promise.reject(refused) : Promise.resolve()),
  });
  const log = createLog({ service: 'test', level: 'silent' });
  front = createHttpFront({ routes: [uploads.route, downloads.route], log, metrics: createMetrics({ service: 'test' }) });
  base = await front.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await front.close(0);
  await database.drop();
});
beforeEach(async () => {
  clock.set(noon);
  for (const name of ['uploads', 'fs.files', 'fs.chunks']) await database.connection.collection(name).deleteMany({});
});

describe('an upload', () => {
  it('is announced, sent once, and used once by its owner', async () => {
    const { uploadId, url } = await announce();
    expect(url).toMatch(/^https:\/\/city\.example\/files\/ticketing\/uploads\//);
    const answer = await put(url, png);
    expect([answer.status, answer.body]).toMatchObject([200, { uploadId, size: png.length, mediaType: 'image/png' }]);
    database.commands.length = 0;
    const [file] = await claim([uploadId]);
    expect(file).toMatchObject({ uploadId, fileName: 'rg frente.png', sha256: sha256(png) });
    expect((await readAll(store, file?.id ?? '', limit)).equals(png)).toBe(true);
    expect(() => assertTransactional(database.commands, { except: [] })).not.toThrow();
    await expect(claim([uploadId])).rejects.toMatchObject({ code: 'UPLOAD_ALREADY_USED', details: { uploadId } });
    expect(await put(url, png)).toMatchObject({ status: 410, body: { code: 'UPLOAD_ALREADY_USED' } });
  });

  it('can be used by one of two commands at the same time, never by both, nor twice in one', async () => {
    const { uploadId, url } = await announce();
    await put(url, png);
    await expect(claim([uploadId, uploadId])).rejects.toMatchObject({ code: 'UPLOAD_ALREADY_USED' });
    const both = await Promise.allSettled([claim([uploadId]), claim([uploadId])]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('does not exist for anybody else, is not usable before it is whole, and not for an operator as an id', async () => {
    const { uploadId } = await announce();
    await expect(claim([uploadId], 'person:eve')).rejects.toMatchObject({ code: 'UPLOAD_NOT_FOUND', kind: 'not-found' });
    await expect(claim([uploadId])).rejects.toMatchObject({ code: 'UPLOAD_INCOMPLETE' });
    await expect(claim(['{"$gt":""}'])).rejects.toMatchObject({ code: 'UPLOAD_NOT_FOUND' });
  });

  it('refuses what was not announced: longer, of another type, with another hash, shorter', async () => {
    const longer = await announce();
    expect(await put(longer.url, Buffer.concat([png, Buffer.alloc(1)]))).toMatchObject({ status: 413, body: { code: 'FILE_TOO_LARGE' } });
    expect(await put(longer.url, Buffer.concat([png, Buffer.alloc(1)]), { chunked: true })).toMatchObject({ status: 413 });

    const html = Buffer.from('<html><script>alert(1)</script></html>');
    const falseType = await announce({ size: html.length, sha256: sha256(html) });
    expect(await put(falseType.url, html)).toMatchObject({ status: 415, body: { code: 'FILE_TYPE_NOT_ACCEPTED' } });

    const other = await announce({ sha256: 'a'.repeat(64) });
    expect(await put(other.url, png)).toMatchObject({ status: 422, body: { code: 'FILE_HASH_MISMATCH' } });

    const shorter = await announce();
    expect(await put(shorter.url, png.subarray(0, 1000))).toMatchObject({ status: 422, body: { code: 'FILE_SIZE_MISMATCH' } });
    expect(await put(shorter.url, png.subarray(0, 1000), { chunked: true })).toMatchObject({ status: 422 });
    expect(await bytesStored()).toBe(0);
  });

  it('takes a file of exactly 20 MiB and refuses one byte more', async () => {
    const full = Buffer.concat([png, Buffer.alloc(limit - png.length)]);
    const { url } = await announce({ size: limit, sha256: sha256(full) });
    expect(await put(url, full)).toMatchObject({ status: 200 });
    await expect(announce({ size: limit + 1 })).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
  });

  it('can be sent again after it was cut in the middle, and answers the same when it is sent once more', async () => {
    const { uploadId, url } = await announce();
    const cut = httpRequest(local(url), { method: 'PUT', headers: { 'content-length': png.length } });
    cut.on('error', () => undefined);
    cut.write(png.subarray(0, 150_000));
    await waitFor(async () => (await uploadRow(uploadId))?.['attemptFileId'], { describe: 'the attempt' });
    cut.destroy();
    expect(await put(url, png)).toMatchObject({ status: 200 });
    expect(await put(url, png)).toMatchObject({ status: 200, body: { uploadId } });
    await waitFor(async () => (await bytesStored()) === png.length, { describe: 'one copy of the bytes' });
    await expect(claim([uploadId])).resolves.toHaveLength(1);
  });

  it('received twice at the same time keeps one copy', async () => {
    const { uploadId, url } = await announce();
    const answers = await Promise.all([put(url, png), put(url, png, { chunked: true })]);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(1);
    await waitFor(async () => (await bytesStored()) === png.length, { describe: 'one copy of the bytes' });
    const [file] = await claim([uploadId]);
    expect((await readAll(store, file?.id ?? '', limit)).equals(png)).toBe(true);
  });

  it('has an address that nobody can change and that ends', async () => {
    const { url } = await announce();
    expect(await put(url.replace('sig=', 'sig=A'), png)).toMatchObject({ status: 404, body: { code: 'UPLOAD_NOT_FOUND' } });
    expect(await put(url.replace(/uploads\/[^?]+/, 'uploads/other'), png)).toMatchObject({ status: 404 });
    clock.advance({ minutes: 10 });
    expect(await put(url, png)).toMatchObject({ status: 410, body: { code: 'UPLOAD_EXPIRED', title: 'Não está mais disponível' } });
  });

  it('is swept with its bytes when nobody finished or used it in time, and never after it was used', async () => {
    const used = await announce();
    await put(used.url, png);
    await claim([used.uploadId]);
    const forgotten = await announce();
    await put(forgotten.url, png);
    await announce();
    clock.advance({ hours: 23 });
    expect(await uploads.sweep()).toBe(1);
    clock.advance({ hours: 2 });
    await expect(claim([forgotten.uploadId])).rejects.toMatchObject({ code: 'UPLOAD_EXPIRED' });
    expect(await uploads.sweep()).toBe(1);
    expect(await uploads.sweep()).toBe(0);
    expect(await bytesStored()).toBe(png.length);
  });

  it.each([
    ['FILE_NAME_INVALID', { fileName: '../etc/passwd' }],
    ['FILE_EMPTY', { size: 0 }],
    ['FILE_EMPTY', { size: 1.5 }],
    ['FILE_HASH_INVALID', { sha256: 'ABC' }],
    ['FILE_TYPE_NOT_ACCEPTED', { mediaType: 'text/html' }],
    ['FILE_TYPE_NOT_ACCEPTED', { mediaType: 'application/json' }],
  ] as const)('is refused with %s when it is announced as %j', async (code, wrong) => {
    await expect(announce(wrong)).rejects.toMatchObject({ code, kind: 'invalid' });
  });
});

describe('a download', () => {
  const link = { audience: ana, expiresAt: new Date('2026-03-02T12:05:00Z') };

  it('is an attachment that no browser runs, keeps or guesses about', async () => {
    const file = await stored();
    const answer = await fetch(local(downloads.publicUrl(file.id, link)));
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
    const head = await fetch(local(downloads.publicUrl(file.id, link)), { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, String(png.length), '']);
  });

  it('gives one range, refuses one beyond the end, and sends everything when the file is not the one it was', async () => {
    const file = await stored();
    const url = local(downloads.publicUrl(file.id, link));
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
    const [one, other] = [await stored(), await stored()];
    const url = local(downloads.publicUrl(one.id, link));
    expect((await fetch(url.replace(one.id, other.id))).status).toBe(404);
    expect((await fetch(url.replace('ana', 'eve'))).status).toBe(404);
    denied.add(ana);
    expect((await fetch(url)).status).toBe(404);
    denied.delete(ana);
    clock.advance({ minutes: 5 });
    const expired = await fetch(url);
    expect([expired.status, await expired.json()]).toMatchObject([410, { code: 'FILE_LINK_EXPIRED' }]);
  });
});

describe('fetchVerified', () => {
  const link = { audience: 'process', expiresAt: new Date('2026-03-09T12:00:00Z') };
  const remote = (path: string, changed: Partial<RemoteFile> = {}): Promise<unknown> =>
    fetchVerified({
      ...{ baseUrl: base, path, fileName: 'rg.png', size: png.length, sha256: sha256(png), limitBytes: limit },
      ...{ accept: ['image/png'], store, timeoutMs: 300, ...changed },
    });

  it('copies the file of another service, once for the same id', async () => {
    const file = await stored();
    const id = fileIdFor(`copy of ${file.id}`);
    const copy = await remote(downloads.path(file.id, link), { id });
    expect(copy).toEqual({ ...file, id });
    await store.remove(file.id);
    expect(await remote(downloads.path(file.id, link), { id })).toEqual(copy);
  });

  it('gives up for good on a file that is gone, forbidden, elsewhere or not the announced one', async () => {
    const file = await stored();
    const path = downloads.path(file.id, link);
    const final = (code: string) => ({ kind: 'invalid', code });
    await expect(remote('/files/0123?sig=x')).rejects.toMatchObject(final('REMOTE_FILE_REFUSED'));
    await expect(remote('//evil.example/x')).rejects.toMatchObject(final('REMOTE_ADDRESS_REFUSED'));
    await expect(remote('@evil.example/x')).rejects.toMatchObject(final('REMOTE_ADDRESS_REFUSED'));
    await expect(remote(path, { sha256: 'b'.repeat(64) })).rejects.toMatchObject(final('FILE_HASH_MISMATCH'));
    await expect(remote(path, { size: png.length - 1 })).rejects.toMatchObject(final('FILE_SIZE_MISMATCH'));
    await expect(remote(path, { accept: ['application/pdf'] })).rejects.toMatchObject(final('FILE_TYPE_NOT_ACCEPTED'));
    await expect(remote(path, { limitBytes: 10 })).rejects.toMatchObject(final('FILE_TOO_LARGE'));
    clock.advance({ days: 8 });
    await expect(remote(path)).rejects.toMatchObject(final('REMOTE_FILE_REFUSED'));
    const redirect = await serving((_request, response) => void response.writeHead(302, { location: '/' }).end());
    await expect(remote('/x', { baseUrl: redirect.url })).rejects.toMatchObject(final('REMOTE_FILE_REFUSED'));
    await redirect.close();
    expect(await bytesStored()).toBe(png.length);
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
    expect(await bytesStored()).toBe(0);
  });
});

const refused = Object.assign(new Error('Não existe'), { kind: 'not-found', code: 'GONE', wording: { pt: 'x', en: 'x' } });

function announce(changed: Partial<NewUpload> = {}): ReturnType<Uploads['create']> {
  const upload = { owner: ana, fileName: 'rg frente.png', size: png.length, sha256: sha256(png), mediaType: 'image/png' };
  return inTransaction(database.connection, (session) => uploads.create({ ...upload, ...changed }, session));
}

function claim(ids: string[], owner = ana): Promise<ClaimedFile[]> {
  return inTransaction(database.connection, (session) => uploads.claim(session, ids, owner, 'ticket:1'));
}

/** What the gateway does with an address under the public base. */
function local(url: string): string {
  return url.replace('https://city.example/files/ticketing', `${base}/files`);
}

async function put(url: string, bytes: Buffer, { chunked = false } = {}): Promise<{ status: number; body: unknown }> {
  const length = chunked ? { 'transfer-encoding': 'chunked' } : { 'content-length': bytes.length };
  const request = httpRequest(local(url), { method: 'PUT', headers: length });
  request.end(bytes);
  const [response] = (await once(request, 'response')) as [AsyncIterable<Buffer> & { statusCode: number }];
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part);
  return { status: response.statusCode, body: JSON.parse(Buffer.concat(parts).toString()) };
}

async function* whole(bytes: Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(bytes);
}

function stored(): ReturnType<FileStore['write']> {
  return store.write(whole(png), { fileName: 'rg.png', limitBytes: limit, accept: ['image/png'] });
}

function uploadRow(id: string): Promise<Record<string, unknown> | null> {
  return database.connection.collection<{ _id: string }>('uploads').findOne({ _id: id });
}

async function bytesStored(): Promise<number> {
  const sizes = [{ $group: { _id: null, total: { $sum: { $binarySize: '$data' } } } }];
  const [row] = await database.connection.collection('fs.chunks').aggregate<{ total: number }>(sizes).toArray();
  return row?.total ?? 0;
}

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

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
