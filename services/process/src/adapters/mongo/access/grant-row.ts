import { Schema } from 'mongoose';
import type { Grant } from '../../../domain/access/grant.ts';

export interface GrantRow extends Omit<Grant, 'id'> {
  readonly _id: string;
}

const text = { type: String, required: true };

export const grantSchema = new Schema<GrantRow>(
  {
    _id: text,
    municipalityId: text,
    processId: text,
    purpose: text,
    scope: text,
    documentIds: { type: [String], required: true },
    personId: String,
    recipient: { type: new Schema({ name: text, email: text }, { _id: false }), default: null },
    label: text,
    state: text,
    reason: String,
    grantedBy: { type: new Schema({ staffId: text, unitId: text }, { _id: false }), default: null },
    createdAt: { type: Date, required: true },
    releasedAt: Date,
    releasedOn: String,
    expiresAt: Date,
    cancellation: { type: new Schema({ by: text, at: { type: Date, required: true }, reason: text }, { _id: false }), default: null },
    version: { type: Number, required: true },
  },
  { collection: 'grants', versionKey: false },
);

grantSchema.index({ personId: 1, state: 1, purpose: 1, releasedAt: -1, _id: -1 });
grantSchema.index({ personId: 1, state: 1, processId: 1 });
grantSchema.index({ processId: 1, createdAt: -1, _id: -1 });

export function grantOf({ _id, ...grant }: GrantRow): Grant {
  return { id: _id, ...grant };
}
