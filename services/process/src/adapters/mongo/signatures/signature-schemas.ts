import { Schema } from 'mongoose';
import type { SignatureRequest } from '../../../domain/signatures/signature-request.ts';
import type { Signature, VoidedSignatures } from '../../../domain/signatures/signature.ts';
import { authorSchema, fileSchema, verificationSchema } from '../documents/document-parts.ts';

const text = { type: String, required: true };
const date = { type: Date, required: true };

/** Parts of a document's row: requests and signatures are few and change only with it. */
export const signatureRequestSchema = new Schema<SignatureRequest>(
  {
    id: text,
    signerKind: text,
    signerId: text,
    signerName: String,
    role: String,
    state: text,
    requestedAt: date,
    requestedBy: { type: new Schema({ staffId: text, unitId: text }, { _id: false }), default: null },
    minimumLevel: text,
    methods: { type: [String], required: true },
    dueOn: String,
    expiresAt: Date,
    viewedAt: Date,
    endedAt: Date,
    reason: String,
  },
  { _id: false, id: false },
);

export const signatureSchema = new Schema<Signature>(
  {
    kind: text,
    signerKind: text,
    signerId: text,
    signerName: text,
    role: text,
    signedAt: date,
    sha256: text,
    method: text,
    level: text,
    authorizationId: text,
  },
  { _id: false },
);

export const voidedSignaturesSchema = new Schema<VoidedSignatures>(
  {
    signatures: { type: [signatureSchema], required: true },
    verification: { type: verificationSchema, required: true },
    signedFile: { type: fileSchema, required: true },
    at: date,
    by: { type: authorSchema, required: true },
    reason: text,
  },
  { _id: false },
);
