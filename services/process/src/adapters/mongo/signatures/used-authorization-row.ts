import { Schema } from 'mongoose';

/** A signature authorization that served. `expiresAt` is its own, so that the row outlives every replay of it. */
export interface UsedAuthorizationRow {
  readonly _id: string;
  readonly usedAt: Date;
  readonly expiresAt: Date;
}

const keptSeconds = 24 * 60 * 60;

export const usedAuthorizationSchema = new Schema<UsedAuthorizationRow>(
  { _id: { type: String, required: true }, usedAt: { type: Date, required: true }, expiresAt: { type: Date, required: true } },
  { collection: 'used_authorizations', versionKey: false },
);

usedAuthorizationSchema.index({ expiresAt: 1 }, { expireAfterSeconds: keptSeconds });
