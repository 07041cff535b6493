import type { MediaType } from './media-type.ts';

/** `waiting` for its bytes, `received` whole and not used, `used` by a command, `expired` before either. */
export type UploadState = 'waiting' | 'received' | 'used' | 'expired';

/** A row of the collection `uploads`. */
export interface UploadRow {
  readonly _id: string;
  /** The key of the principal who announced it; nobody else sees it. */
  readonly owner: string;
  readonly fileName: string;
  readonly size: number;
  readonly sha256: string;
  readonly mediaType: MediaType;
  readonly state: UploadState;
  /** The file that the present attempt writes; what an attempt leaves behind is found by it. */
  readonly attemptFileId: string | null;
  readonly fileId: string | null;
  /** What used it, such as `ticket:<id>`. */
  readonly usedFor: string | null;
  readonly expiresAt: Date;
  /** When it was used or expired, by the server's clock; the row itself goes 30 days later (TTL index). */
  readonly endedAt: Date | null;
}
