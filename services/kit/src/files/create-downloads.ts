import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { isAppError } from '../errors/index.ts';
import { sendProblem } from '../lifecycle/index.ts';
import type { HttpRoute } from '../lifecycle/index.ts';
import { fileErrors, fileStatusOf } from './file-errors.ts';
import { contentDisposition } from './file-name.ts';
import type { ByteRange, FileStore, StoredFile } from './file-store.ts';
import { signPath, verifyPath } from './signed-path.ts';

/** For whom an address is made and until when it works. */
export interface DownloadLink {
  /** A principal's key or a service's name. */
  readonly audience: string;
  readonly expiresAt: Date;
}

/** Short-lived addresses of files and the endpoint that serves them. */
export interface Downloads {
  /** For people: under the public base, through the gateway. */
  publicUrl(fileId: string, link: DownloadLink): string;
  /** For another service: the path under this service's own base, `/files/<id>?...`. */
  path(fileId: string, link: DownloadLink): string;
  /** `GET /files/:id`; HEAD and single ranges included. */
  readonly route: HttpRoute;
}

/**
 * `publicPath` is what stands for `/files` outside, for example `https://city.example/files/process`.
 * `authorise` may look again at who the address was made for, before a `GET` or a `HEAD`; it throws a coded error to refuse.
 */
export function createDownloads(options: {
  store: FileStore;
  key: Buffer;
  publicPath: string;
  now: () => Date;
  authorise?: (request: { fileId: string; audience: string; method: 'GET' | 'HEAD'; expiresAt: Date }) => Promise<void>;
}): Downloads {
  const { store, key, publicPath, now, authorise } = options;

  const path = (fileId: string, link: DownloadLink): string =>
    signPath(key, { path: `/files/${fileId}`, method: 'GET', ...link });

  const find = async (fileId: string, query: URLSearchParams, method: 'GET' | 'HEAD'): Promise<StoredFile> => {
    const verdict = verifyPath(key, { method: 'GET', path: `/files/${fileId}`, query, now: now() });
    if (verdict.state === 'expired') throw fileErrors.FILE_LINK_EXPIRED();
    if (verdict.state === 'invalid') throw fileErrors.FILE_NOT_FOUND();
    const file = await store.stat(fileId);
    if (file === undefined) throw fileErrors.FILE_NOT_FOUND();
    await authorise?.({ fileId, method, audience: verdict.audience, expiresAt: verdict.expiresAt });
    return file;
  };

  return {
    publicUrl: (fileId, link) => `${publicPath}${path(fileId, link).slice('/files'.length)}`,
    path,
    route: {
      method: 'GET',
      path: '/files/:id',
      async handle(request, response, { params, url, correlationId }) {
        try {
          const file = await find(params['id'] ?? '', url.searchParams, request.method === 'HEAD' ? 'HEAD' : 'GET');
          await send(store, file, request, response);
        } catch (error) {
          if (!isAppError(error) || response.headersSent) throw error;
          if (typeof error.details?.['size'] === 'number') {
            response.setHeader('content-range', `bytes */${error.details['size']}`);
          }
          sendProblem(response, error, { correlationId, status: fileStatusOf(error) });
        }
      },
    },
  };
}

async function send(
  store: FileStore,
  file: StoredFile,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const etag = `"${file.sha256}"`;
  const unchanged = request.headers['if-range'] === undefined || request.headers['if-range'] === etag;
  const range = unchanged ? rangeOf(request.headers.range, file.size) : undefined;
  const part = range ?? { start: 0, end: file.size - 1 };
  const content = request.method === 'HEAD' ? undefined : await store.open(file.id, range);
  response.writeHead(range === undefined ? 200 : 206, {
    'content-type': file.mediaType,
    'content-length': part.end - part.start + 1,
    'content-disposition': contentDisposition(file.fileName),
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'private, no-store',
    'referrer-policy': 'no-referrer',
    'repr-digest': `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`,
    'accept-ranges': 'bytes',
    etag,
    ...(range === undefined ? {} : { 'content-range': `bytes ${part.start}-${part.end}/${file.size}` }),
  });
  if (content === undefined) response.end();
  else await pipeline(content, response);
}

/** One range of `size` bytes; several or malformed ones are ignored (RFC 9110), one beyond the end is refused. */
export function rangeOf(header: string | undefined, size: number): ByteRange | undefined {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  if (first === '') {
    if (Number(last) === 0) throw fileErrors.RANGE_NOT_SATISFIABLE({ size });
    return { start: Math.max(0, size - Number(last)), end: size - 1 };
  }
  if (last !== '' && Number(last) < Number(first)) return undefined;
  if (Number(first) >= size) throw fileErrors.RANGE_NOT_SATISFIABLE({ size });
  return { start: Number(first), end: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
}
