import { Schema } from 'mongoose';
import type { AccessCode } from '../../../domain/access/isolated-access.ts';

export interface AccessCodeRow extends Omit<AccessCode, 'grantId'> {
  readonly _id: string;
}

export const accessCodeSchema = new Schema<AccessCodeRow>(
  {
    _id: { type: String, required: true },
    codeHash: { type: String, required: true },
    expiresAt: { type: Date, required: true },
    triesLeft: { type: Number, required: true },
  },
  { collection: 'access_codes', versionKey: false },
);

accessCodeSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
