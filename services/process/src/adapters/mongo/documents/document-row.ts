import { Schema } from 'mongoose';
import type { Bond, Document } from '../../../domain/documents/document.ts';
import { signatureRequestSchema, signatureSchema, voidedSignaturesSchema } from '../signatures/signature-schemas.ts';
import { authorSchema, fileSchema, verificationSchema } from './document-parts.ts';

export interface DocumentRow extends Omit<Document, 'id'> {
  readonly _id: string;
}

const bond = new Schema<Bond>(
  {
    intimationId: { type: String, required: true },
    number: { type: String, required: true },
    sealed: { type: Boolean, required: true },
  },
  { _id: false },
);

const cancellation = new Schema<NonNullable<Document['cancellation']>>(
  { reason: { type: String, required: true }, at: { type: Date, required: true }, by: { type: authorSchema, required: true } },
  { _id: false },
);

export const documentSchema = new Schema<DocumentRow>(
  {
    _id: { type: String, required: true },
    processId: { type: String, required: true },
    municipalityId: { type: String, required: true },
    sequence: { type: Number, required: true },
    number: { type: String, required: true },
    typeKey: String,
    type: { type: String, required: true },
    title: { type: String, required: true },
    origin: { type: String, required: true },
    conference: String,
    state: { type: String, required: true },
    accessLevel: { type: String, required: true },
    legalHypothesis: String,
    createdAt: { type: Date, required: true },
    createdBy: { type: authorSchema, required: true },
    unitId: String,
    submittedBy: String,
    petitionId: String,
    file: { type: fileSchema, required: true },
    signedFile: { type: fileSchema, default: null },
    verification: { type: verificationSchema, default: null },
    signatureRequests: { type: [signatureRequestSchema], required: true },
    signatureRequestedAt: Date,
    signatures: { type: [signatureSchema], required: true },
    voidedSignatures: { type: [voidedSignaturesSchema], required: true },
    bonds: { type: [bond], required: true },
    cancellation: { type: cancellation, default: null },
    ticketId: String,
    version: { type: Number, required: true },
  },
  { collection: 'documents', versionKey: false },
);

documentSchema.index({ processId: 1, sequence: 1, _id: 1 });
documentSchema.index({ processId: 1, typeKey: 1, sequence: 1, _id: 1 });
documentSchema.index({ processId: 1, state: 1, sequence: 1, _id: 1 });
documentSchema.index({ municipalityId: 1, sequence: 1 }, { unique: true, name: 'number' });
documentSchema.index({ 'signatureRequests.signerId': 1, signatureRequestedAt: -1, _id: -1 }, { name: 'asked' });
documentSchema.index(
  { 'voidedSignatures.verification.code': 1 },
  { name: 'voided by code', partialFilterExpression: { 'voidedSignatures.verification.code': { $gt: '' } } },
);
documentSchema.index({ 'verification.code': 1 }, { unique: true, name: 'by code', partialFilterExpression: { 'verification.code': { $gt: '' } } });

export function documentOf({ _id, ...document }: DocumentRow): Document {
  return { id: _id, ...document };
}
