import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import { testDatabase } from '../testing/index.ts';
import type { TestDatabase } from '../testing/index.ts';
import { fileIdFor, gridFsFileStore, readAll } from './index.ts';
import type { FileStore, WriteRequest } from './index.ts';

const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(3 * 1024 * 1024)]);
const request: WriteRequest = { fileName: 'termo.pdf', limitBytes: 20 * 1024 * 1024, accept: ['application/pdf'] };

let database: TestDatabase;
let store: FileStore;
beforeAll(async () => {
  database = await testDatabase();
  store = gridFsFileStore(database.connection);
});
afterAll(() => database.drop());
beforeEach(async () => {
  await Promise.all(['fs.files', 'fs.chunks'].map((name) => database.connection.collection(name).deleteMany({})));
});

describe('gridFsFileStore', () => {
  it('gives back what was written, whole or in part, with the facts it measured', async () => {
    const file = await store.write(inParts(pdf, 10_000), request);
    expect(file).toEqual({ id: file.id, fileName: 'termo.pdf', size: pdf.length, sha256: sha256(pdf), mediaType: 'application/pdf' });
    expect(await store.stat(file.id)).toEqual(file);
    expect((await readAll(store, file.id, pdf.length)).equals(pdf)).toBe(true);
    const part: Buffer[] = [];
    for await (const chunk of await store.open(file.id, { start: 1_048_570, end: 1_048_585 })) part.push(chunk as Buffer);
    expect(Buffer.concat(part).equals(pdf.subarray(1_048_570, 1_048_586))).toBe(true);
    await expect(readAll(store, file.id, pdf.length - 1)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
  });

  it('stores a file smaller than what is needed to tell most types', async () => {
    const json = Buffer.from('{"a":1}');
    const file = await store.write(inParts(json, 1), { ...request, accept: ['application/json'] });
    expect((await readAll(store, file.id, 100)).toString()).toBe('{"a":1}');
  });

  it('takes the word of who made a table for its type, which no content tells', async () => {
    const file = await store.write(inParts(Buffer.from('a;b'), 1), { fileName: 'a.csv', limitBytes: 10, accept: [], made: 'text/csv' });
    expect(await store.stat(file.id)).toMatchObject({ mediaType: 'text/csv', size: 3 });
  });

  it.each([
    ['FILE_TOO_LARGE', { limitBytes: pdf.length - 1 }],
    ['FILE_TYPE_NOT_ACCEPTED', { accept: ['image/png', 'image/jpeg'] }],
    ['FILE_SIZE_MISMATCH', { expectedSize: pdf.length + 1 }],
    ['FILE_HASH_MISMATCH', { expectedSha256: '0'.repeat(64) }],
  ] as const)('leaves nothing behind after %s', async (code, wrong) => {
    await expect(store.write(inParts(pdf, 65_536), { ...request, ...wrong })).rejects.toMatchObject({ code });
    expect(await leftovers()).toEqual([0, 0]);
  });

  it('leaves nothing behind when the source breaks off, or brings nothing', async () => {
    const broken = async function* (): AsyncGenerator<Buffer> {
      yield* inParts(pdf.subarray(0, 2_500_000), 65_536);
      await Promise.reject(new Error('connection lost'));
    };
    await expect(store.write(broken(), request)).rejects.toThrow('connection lost');
    await expect(store.write(inParts(Buffer.alloc(0), 1), request)).rejects.toMatchObject({ code: 'FILE_EMPTY' });
    expect(await leftovers()).toEqual([0, 0]);
  });

  it('replaces a file of the same id, so that a step done twice leaves one file', async () => {
    const id = fileIdFor('ticket-1:file-1');
    await store.write(inParts(pdf, 65_536), { ...request, id });
    const shorter = pdf.subarray(0, 2_000_000);
    await store.write(inParts(shorter, 65_536), { ...request, id });
    expect((await readAll(store, id, pdf.length)).equals(shorter)).toBe(true);
    expect(await leftovers()).toEqual([1, 2]);
  });

  it('removes for good, and does not mind ids that are none', async () => {
    const { id } = await store.write(inParts(pdf, 65_536), request);
    await store.remove(id);
    await store.remove('{"$gt":""}');
    expect(await leftovers()).toEqual([0, 0]);
    expect(await store.stat(id)).toBeUndefined();
    expect(await store.stat('__proto__')).toBeUndefined();
    await expect(store.open(id)).rejects.toMatchObject({ code: 'FILE_NOT_FOUND', kind: 'not-found' });
  });

  it('never holds more than a few chunks of a large file', async () => {
    const part = Buffer.alloc(1024 * 1024, 1);
    const parts = 64;
    let ahead = 0;
    const large = async function* (): AsyncGenerator<Buffer> {
      yield Buffer.from('%PDF-1.7\n');
      for (let sent = 1; sent <= parts; sent += 1) {
        const written = await database.connection.collection('fs.chunks').countDocuments();
        ahead = Math.max(ahead, sent - written);
        yield part;
      }
    };
    const file = await store.write(large(), { ...request, limitBytes: 100 * 1024 * 1024 });
    expect(file.size).toBe(parts * 1024 * 1024 + 9);
    expect(ahead).toBeLessThanOrEqual(3);
  });
});

async function* inParts(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function leftovers(): Promise<number[]> {
  return Promise.all(['fs.files', 'fs.chunks'].map((name) => database.connection.collection(name).countDocuments()));
}
