import { createHash } from 'node:crypto';
import { fileErrors } from './file-errors.ts';
import type { StoredFile, WriteRequest } from './file-store.ts';
import { sniffedBytes, sniffMediaType } from './media-type.ts';
import type { MediaType } from './media-type.ts';

/** Judges a file while it passes. Nothing is let through before its type is known to be accepted. */
export interface Inspector {
  /** What may be stored now; empty while the first bytes are still being gathered. */
  take(chunk: Uint8Array): Promise<Uint8Array>;
  /** The last bytes to store, and the facts of the whole file. */
  finish(): Promise<{ rest: Uint8Array; facts: Pick<StoredFile, 'size' | 'sha256' | 'mediaType'> }>;
}

/** An inspector for one file. */
export function createInspector(request: WriteRequest): Inspector {
  const { limitBytes, accept, made, expectedSize, expectedSha256 } = request;
  const hash = createHash('sha256');
  let size = 0;
  let mediaType: MediaType | undefined;
  let head = Buffer.alloc(0);

  const judge = async (): Promise<MediaType> => {
    if (made !== undefined) return made;
    if (accept.includes('application/octet-stream')) return 'application/octet-stream';
    const found = await sniffMediaType(head);
    if (found === undefined || !accept.includes(found)) {
      throw fileErrors.FILE_TYPE_NOT_ACCEPTED({ accepted: accept.join(', ') });
    }
    return found;
  };

  return {
    async take(chunk) {
      size += chunk.length;
      if (size > limitBytes) throw fileErrors.FILE_TOO_LARGE({ limitBytes });
      hash.update(chunk);
      if (mediaType !== undefined) return chunk;
      head = Buffer.concat([head, chunk]);
      if (head.length < sniffedBytes) return Buffer.alloc(0);
      mediaType = await judge();
      return head;
    },
    async finish() {
      if (size === 0) throw fileErrors.FILE_EMPTY();
      if (expectedSize !== undefined && size !== expectedSize) {
        throw fileErrors.FILE_SIZE_MISMATCH({ expected: expectedSize, received: size });
      }
      const sha256 = hash.digest('hex');
      const rest = mediaType === undefined ? head : Buffer.alloc(0);
      const judged = mediaType ?? (await judge());
      if (expectedSha256 !== undefined && sha256 !== expectedSha256) throw fileErrors.FILE_HASH_MISMATCH();
      return { rest, facts: { size, sha256, mediaType: judged } };
    },
  };
}
