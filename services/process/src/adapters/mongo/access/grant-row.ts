import { Schema } from 'mongoose';
import type { Grant } from '../../../domain/access/grant.ts';

export interface GrantRow extends Omit<Grant, 'id'> {
  readonly _id: string;
}

export const grantSchema = new Schema<GrantRow>(
  {
    _id: { type: String, required: true },
    municipalityId: { type: String, required: true },
    personId: { type: String, required: true },
    processId: { type: String, required: true },
    documentId: { type: String, required: true },
    kind: { type: String, required: true },
    state: { type: String, required: true },
    createdAt: { type: Date, required: true },
    releasedAt: Date,
    releasedOn: String,
  },
  { collection: 'grants', versionKey: false },
);

grantSchema.index({ personId: 1, state: 1, releasedAt: -1, _id: -1 });
grantSchema.index({ processId: 1, personId: 1 });

export function grantOf({ _id, ...grant }: GrantRow): Grant {
  return { id: _id, ...grant };
}
