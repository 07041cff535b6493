import { Schema } from 'mongoose';

/** An address that was used once. */
export interface UsedDownloadRow {
  /** What only that address says. */
  readonly _id: string;
  readonly expiresAt: Date;
}

export const usedDownloadSchema = new Schema<UsedDownloadRow>(
  { _id: { type: String, required: true }, expiresAt: { type: Date, required: true } },
  { collection: 'used_downloads', versionKey: false },
);
// By the server's clock; a day late, so that no difference of clocks brings an address back.
usedDownloadSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 24 * 60 * 60 });
