import { request } from 'undici';
import type { Dispatcher } from 'undici';
import { fileErrors } from './file-errors.ts';
import type { FileStore, StoredFile } from './file-store.ts';
import type { MediaType } from './media-type.ts';

/** A file of another service, as an event announced it. */
export interface RemoteFile {
  /** The other service's base URL, from configuration: never from the event. */
  readonly baseUrl: string;
  /** Its signed path. */
  readonly path: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly size: number;
  readonly limitBytes: number;
  readonly accept: readonly MediaType[];
  readonly store: FileStore;
  /** See `WriteRequest.id`. A file of this id that is already there and is the same is not fetched again. */
  readonly id?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** For the answer to begin, and between its parts; 15 s unless told. */
  readonly timeoutMs?: number;
  readonly dispatcher?: Dispatcher;
}

const passingStatuses: ReadonlySet<number> = new Set([408, 425, 429]);

/**
 * Streams another service's file into our own store and verifies size, hash and type on the way. Worth another try:
 * `REMOTE_FILE_UNAVAILABLE` (network, 5xx), `UNAVAILABLE` (our database). Final: `REMOTE_FILE_REFUSED` (404, 410, 403,
 * redirects, ...), `REMOTE_ADDRESS_REFUSED` and every `FILE_*` of `FileStore.write`.
 */
export async function fetchVerified(file: RemoteFile): Promise<StoredFile> {
  const { store, size, sha256, limitBytes, timeoutMs = 15_000 } = file;
  if (size > limitBytes) throw fileErrors.FILE_TOO_LARGE({ limitBytes });
  const known = file.id === undefined ? undefined : await store.stat(file.id);
  if (known?.sha256 === sha256 && known.size === size) return known;

  const { statusCode, headers, body } = await ask(urlOf(file).href, {
    method: 'GET',
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    ...(file.headers === undefined ? {} : { headers: file.headers }),
    ...(file.dispatcher === undefined ? {} : { dispatcher: file.dispatcher }),
  });
  body.on('error', () => undefined); // a body given up half-way must not bring the process down
  try {
    if (statusCode >= 500 || passingStatuses.has(statusCode)) throw fileErrors.REMOTE_FILE_UNAVAILABLE({ status: statusCode });
    if (statusCode !== 200) throw fileErrors.REMOTE_FILE_REFUSED({ status: statusCode });
    const length = headers['content-length'];
    if (length !== undefined && Number(length) !== size) {
      throw fileErrors.FILE_SIZE_MISMATCH({ expected: size, received: Number(length) });
    }
    return await store.write(partsOf(body), {
      fileName: file.fileName,
      limitBytes: size,
      accept: file.accept,
      expectedSize: size,
      expectedSha256: sha256,
      ...(file.id === undefined ? {} : { id: file.id }),
    });
  } finally {
    body.destroy();
  }
}

/** The path must stay on the service it was announced for, whatever it contains. */
function urlOf({ baseUrl, path }: RemoteFile): URL {
  const base = new URL(baseUrl);
  const url = path.startsWith('/') ? URL.parse(path, base.href) : null;
  if (url === null || url.origin !== base.origin) throw fileErrors.REMOTE_ADDRESS_REFUSED();
  return url;
}

async function ask(url: string, options: Omit<Dispatcher.RequestOptions, 'path' | 'origin'>): Promise<Dispatcher.ResponseData<unknown>> {
  try {
    return await request(url, options);
  } catch (error) {
    throw Object.assign(fileErrors.REMOTE_FILE_UNAVAILABLE(), { cause: error });
  }
}

async function* partsOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const parts = body[Symbol.asyncIterator]();
  for (;;) {
    const part = await nextOf(parts);
    if (part.done === true) return;
    yield part.value;
  }
}

async function nextOf(parts: AsyncIterator<Uint8Array>): Promise<IteratorResult<Uint8Array>> {
  try {
    return await parts.next();
  } catch (error) {
    throw Object.assign(fileErrors.REMOTE_FILE_UNAVAILABLE(), { cause: error });
  }
}
