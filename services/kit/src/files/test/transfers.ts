import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { createHttpFront, createMetrics } from '../../lifecycle/index.ts';
import { createLog } from '../../log/index.ts';
import { inTransaction } from '../../mongo/index.ts';
import { fixedClock, testDatabase } from '../../testing/index.ts';
import { createDownloads, createUploads, gridFsFileStore } from '../index.ts';
import type { ClaimedFile, FileStore, NewUpload, Uploads } from '../index.ts';

const noon = '2026-03-02T12:00:00Z';
const pngHeader = '89504e470d0a1a0a 0000000d 49484452 00000001 00000001 0802000000 907753de 00030d40 49444154';

export const limit = 20 * 1024 * 1024;
export const png = Buffer.concat([Buffer.from(pngHeader.replaceAll(' ', ''), 'hex'), randomBytes(200_000)]);
export const ana = 'person:ana';

export type Transfers = Awaited<ReturnType<typeof startTransfers>>;

/** Uploads and downloads of one service on real HTTP, with a file to send. */
export async function startTransfers() {
  const database = await testDatabase();
  const clock = fixedClock(noon);
  const store = gridFsFileStore(database.connection);
  /** Audiences that may not download any more. */
  const denied = new Set<string>();
  const common = { store, key: randomBytes(32), now: clock.now, publicPath: 'https://city.example/files/ticketing' };
  const uploads = createUploads({ connection: database.connection, ...common });
  await uploads.prepare();
  const downloads = createDownloads({
    ...common,
    authorise: ({ audience }) => (denied.has(audience) ? Promise.reject(refused) : Promise.resolve()),
  });
  const log = createLog({ service: 'test', level: 'silent' });
  const front = createHttpFront({ routes: [uploads.route, downloads.route], log, metrics: createMetrics({ service: 'test' }) });
  const base = await front.listen({ host: '127.0.0.1', port: 0 });

  /** What the gateway does with an address under the public base. */
  const local = (url: string): string => url.replace('https://city.example/files/ticketing', `${base}/files`);

  return {
    database,
    clock,
    store,
    uploads,
    downloads,
    base,
    denied,
    local,

    async empty(): Promise<void> {
      clock.set(noon);
      for (const name of ['uploads', 'fs.files', 'fs.chunks']) await database.connection.collection(name).deleteMany({});
    },

    announce(changed: Partial<NewUpload> = {}): ReturnType<Uploads['create']> {
      const upload = { owner: ana, fileName: 'rg frente.png', size: png.length, sha256: sha256(png), mediaType: 'image/png' };
      return inTransaction(database.connection, (session) => uploads.create({ ...upload, ...changed }, session));
    },

    claim: (ids: string[], owner = ana): Promise<ClaimedFile[]> =>
      inTransaction(database.connection, (session) => uploads.claim(session, ids, owner, 'ticket:1')),

    async put(url: string, bytes: Buffer, { chunked = false } = {}): Promise<{ status: number; body: unknown }> {
      const length = chunked ? { 'transfer-encoding': 'chunked' } : { 'content-length': bytes.length };
      const request = httpRequest(local(url), { method: 'PUT', headers: length });
      request.end(bytes);
      const [response] = (await once(request, 'response')) as [AsyncIterable<Buffer> & { statusCode: number }];
      const parts: Buffer[] = [];
      for await (const part of response) parts.push(part);
      return { status: response.statusCode, body: JSON.parse(Buffer.concat(parts).toString()) };
    },

    /** The file, in the store without an upload. */
    stored: (): ReturnType<FileStore['write']> => store.write(whole(png), { fileName: 'rg.png', limitBytes: limit, accept: ['image/png'] }),

    uploadRow: (id: string): Promise<Record<string, unknown> | null> => database.connection.collection<{ _id: string }>('uploads').findOne({ _id: id }),

    async bytesStored(): Promise<number> {
      const sizes = [{ $group: { _id: null, total: { $sum: { $binarySize: '$data' } } } }];
      const [row] = await database.connection.collection('fs.chunks').aggregate<{ total: number }>(sizes).toArray();
      return row?.total ?? 0;
    },

    async stop(): Promise<void> {
      await front.close(0);
      await database.drop();
    },
  };
}

const refused = Object.assign(new Error('Não existe'), { kind: 'not-found', code: 'GONE', wording: { pt: 'x', en: 'x' } });

async function* whole(bytes: Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(bytes);
}

export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
