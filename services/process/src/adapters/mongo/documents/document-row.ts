import { Schema } from 'mongoose';
import type { Author, Bond, Document, DocumentFile, Verification } from '../../../domain/documents/document.ts';
import type { Signature, SignatureRequest } from '../../../domain/signatures/signature.ts';

export interface DocumentRow extends Omit<Document, 'id'> {
  readonly _id: string;
}

const file = new Schema<DocumentFile>(
  {
    id: { type: String, required: true },
    fileName: { type: String, required: true },
    mediaType: { type: String, required: true },
    size: { type: Number, required: true },
    sha256: { type: String, required: true },
  },
  { _id: false, id: false },
);

const signatureRequest = new Schema<SignatureRequest>(
  {
    signerId: { type: String, required: true },
    signerName: { type: String, required: true },
    role: { type: String, required: true },
    state: { type: String, required: true },
    requestedAt: { type: Date, required: true },
  },
  { _id: false },
);

const signature = new Schema<Signature>(
  {
    signerId: { type: String, required: true },
    signerName: { type: String, required: true },
    role: { type: String, required: true },
    signedAt: { type: Date, required: true },
    sha256: { type: String, required: true },
    method: { type: String, required: true },
    level: { type: String, required: true },
    authorizationId: { type: String, required: true },
  },
  { _id: false },
);

const verification = new Schema<Verification>(
  { code: { type: String, required: true }, crc: { type: String, required: true } },
  { _id: false },
);

const author = new Schema<Author>(
  { kind: { type: String, required: true }, id: { type: String, required: true } },
  { _id: false, id: false },
);

const bond = new Schema<Bond>(
  {
    intimationId: { type: String, required: true },
    number: { type: String, required: true },
    sealed: { type: Boolean, required: true },
  },
  { _id: false },
);

const cancellation = new Schema<NonNullable<Document['cancellation']>>(
  { reason: { type: String, required: true }, at: { type: Date, required: true }, by: { type: author, required: true } },
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
    createdBy: { type: author, required: true },
    unitId: String,
    submittedBy: String,
    petitionId: String,
    file: { type: file, required: true },
    signedFile: { type: file, default: null },
    verification: { type: verification, default: null },
    signatureRequests: { type: [signatureRequest], required: true },
    signatures: { type: [signature], required: true },
    bonds: { type: [bond], required: true },
    cancellation: { type: cancellation, default: null },
    ticketId: String,
    version: { type: Number, required: true },
  },
  { collection: 'documents', versionKey: false },
);

documentSchema.index({ processId: 1, sequence: 1, _id: 1 });
documentSchema.index({ municipalityId: 1, sequence: 1 }, { unique: true, name: 'number' });
documentSchema.index({ 'verification.code': 1 }, { unique: true, partialFilterExpression: { 'verification.code': { $type: 'string' } } });

export function documentOf({ _id, ...document }: DocumentRow): Document {
  return { id: _id, ...document };
}
