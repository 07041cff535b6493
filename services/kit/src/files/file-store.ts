import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { fileErrors } from './file-errors.ts';
import type { MediaType } from './media-type.ts';

/** A file that is stored whole; nothing about it changes any more. `sha256` is lower-case hexadecimal. */
export interface StoredFile {
  readonly id: string;
  readonly fileName: string;
  readonly size: number;
  readonly sha256: string;
  readonly mediaType: MediaType;
}

/** What a file must be like to be stored. */
export interface WriteRequest {
  readonly fileName: string;
  readonly limitBytes: number;
  /** Judged by content. */
  readonly accept: readonly MediaType[];
  /** What the service made itself and need not look at, instead of judging by content. */
  readonly made?: MediaType;
  readonly expectedSize?: number;
  readonly expectedSha256?: string;
  /** 24 hexadecimal digits; a file of this id, whole or partial, is replaced. For work that may be done twice. */
  readonly id?: string;
}

/** First and last byte, both included, as in HTTP. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Where binary content lives. Always streamed, never whole in memory. */
export interface FileStore {
  /**
   * Counts, sniffs and hashes while it stores; on any failure nothing is left behind. Throws `FILE_EMPTY`,
   * `FILE_TOO_LARGE`, `FILE_TYPE_NOT_ACCEPTED`, `FILE_SIZE_MISMATCH`, `FILE_HASH_MISMATCH`, `UNAVAILABLE`,
   * and whatever the source throws.
   */
  write(source: AsyncIterable<Uint8Array>, request: WriteRequest): Promise<StoredFile>;
  /** Throws `FILE_NOT_FOUND`. */
  open(id: string, range?: ByteRange): Promise<Readable>;
  stat(id: string): Promise<StoredFile | undefined>;
  /** Removes the file and whatever is left of a partial one; nothing there is fine. */
  remove(id: string): Promise<void>;
}

/** The same id for the same seed, so that a step which is done again stores over its own file. */
export function fileIdFor(seed: string): string {
  return createHash('sha256').update(seed).digest('hex').slice(0, 24);
}

/** A small file as bytes; throws `FILE_TOO_LARGE` rather than holding more than `limitBytes`. */
export async function readAll(store: FileStore, id: string, limitBytes: number): Promise<Buffer> {
  const file = await store.stat(id);
  if (file === undefined) throw fileErrors.FILE_NOT_FOUND();
  if (file.size > limitBytes) throw fileErrors.FILE_TOO_LARGE({ limitBytes });
  const chunks: Buffer[] = [];
  for await (const chunk of (await store.open(id)) as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
