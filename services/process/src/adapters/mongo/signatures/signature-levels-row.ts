import { Schema } from 'mongoose';
import type { SignatureLevels } from '../../../domain/signatures/level.ts';

export interface SignatureLevelsRow extends Omit<SignatureLevels, 'municipalityId'> {
  readonly _id: string;
}

const text = { type: String, required: true };

export const signatureLevelsSchema = new Schema<SignatureLevelsRow>(
  {
    _id: text,
    levels: {
      type: new Schema({ TERM: text, PETITION: text, INTERNAL_DOCUMENT: text, EXTERNAL_REQUEST: text, ACCESS_GRANT: text }, { _id: false }),
      required: true,
    },
    byDocumentType: { type: [new Schema({ typeKey: text, level: text }, { _id: false })], required: true },
    version: { type: Number, required: true },
  },
  { collection: 'signature_levels', versionKey: false },
);
