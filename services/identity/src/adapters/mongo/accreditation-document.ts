import { Schema } from 'mongoose';
import type { Accreditation, Release } from '../../domain/accreditation.ts';

export interface AccreditationDocument extends Omit<Accreditation, 'id'> {
  readonly _id: string;
}

const text = { type: String, required: true } as const;
const instant = { type: Date, required: true } as const;

const releaseSchema = new Schema<Release>(
  {
    processId: text,
    processNumber: text,
    processOpenedAt: instant,
    termDocumentId: text,
    termDueOn: text,
    termDueAt: instant,
    termSignedAt: Date,
  },
  { _id: false },
);

export const accreditationSchema = new Schema<AccreditationDocument>(
  {
    _id: text,
    personId: text,
    municipalityId: text,
    state: {
      ...text,
      enum: ['PENDING_DOCUMENTS', 'UNDER_ANALYSIS', 'RELEASING', 'RELEASED_TERM_PENDING', 'RELEASED', 'REFUSED', 'BLOCKED', 'DEACTIVATED'],
    },
    blockReason: { type: String, enum: ['TERM', 'ADMINISTRATIVE', null] },
    ticketId: String,
    release: releaseSchema,
    startedAt: instant,
    version: { type: Number, required: true },
  },
  { collection: 'accreditations', versionKey: false },
);
accreditationSchema.index({ personId: 1, municipalityId: 1 }, { unique: true });
accreditationSchema.index({ personId: 1, startedAt: -1, _id: -1 });
accreditationSchema.index({ ticketId: 1 }, { name: 'of ticket', partialFilterExpression: { ticketId: { $gt: '' } } });
accreditationSchema.index({ 'release.termDocumentId': 1 }, { unique: true, name: 'of term', partialFilterExpression: { 'release.termDocumentId': { $gt: '' } } });

export function accreditationOf({ _id, ...fields }: AccreditationDocument): Accreditation {
  const { personId, municipalityId, state, blockReason, ticketId, release, startedAt, version } = fields;
  return { id: _id, personId, municipalityId, state, blockReason, ticketId, release, startedAt, version };
}
