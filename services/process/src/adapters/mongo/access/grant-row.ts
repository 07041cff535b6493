import { Schema } from 'mongoose';
import type { Grant, GrantedIntimation } from '../../../domain/access/grant.ts';

export interface GrantRow extends Omit<Grant, 'id'> {
  readonly _id: string;
}

const text = { type: String, required: true };

const intimation = new Schema<GrantedIntimation>(
  {
    intimationId: text,
    noticeId: text,
    number: text,
    fulfilledAt: { type: Date, default: null },
    heldUntil: { type: Date, default: null },
    certificateId: { type: String, default: null },
  },
  { _id: false, id: false },
);

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
    intimations: { type: [intimation], default: [] },
    version: { type: Number, required: true },
  },
  { collection: 'grants', versionKey: false },
);

grantSchema.index({ personId: 1, state: 1, purpose: 1, releasedAt: -1, _id: -1 });
grantSchema.index({ personId: 1, state: 1, processId: 1 });
grantSchema.index({ processId: 1, createdAt: -1, _id: -1 });

// Only accesses by an intimation are looked for by their notices.
grantSchema.index({ 'intimations.noticeId': 1 }, { name: 'notices', partialFilterExpression: { 'intimations.noticeId': { $gt: '' } } });

export function grantOf({ _id, intimations = [], ...grant }: Omit<GrantRow, 'intimations'> & Partial<Pick<GrantRow, 'intimations'>>): Grant {
  return { id: _id, intimations, ...grant };
}
