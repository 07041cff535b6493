import { Schema } from 'mongoose';
import type { SigningBlock } from '../../../domain/signatures/signing-block.ts';

export interface SigningBlockRow extends Omit<SigningBlock, 'id'> {
  readonly _id: string;
}

const text = { type: String, required: true };
const texts = { type: [String], required: true };

export const signingBlockSchema = new Schema<SigningBlockRow>(
  {
    _id: text,
    municipalityId: text,
    unitId: text,
    description: text,
    documents: { type: [new Schema({ documentId: text, processId: text }, { _id: false })], required: true },
    state: text,
    offeredTo: texts,
    returnedBy: texts,
    createdBy: text,
    createdAt: { type: Date, required: true },
    version: { type: Number, required: true },
  },
  { collection: 'signing_blocks', versionKey: false },
);

signingBlockSchema.index({ unitId: 1, createdAt: -1, _id: -1 });
signingBlockSchema.index({ offeredTo: 1, createdAt: -1, _id: -1 });

export function signingBlockOf({ _id, ...block }: SigningBlockRow): SigningBlock {
  return { id: _id, ...block };
}
