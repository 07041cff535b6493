import { Schema } from 'mongoose';
import type { DocumentShare } from '../../../use-cases/signatures/ports.ts';

/** Its id is made of source, document and holder. */
export interface DocumentShareRow extends DocumentShare {
  readonly _id: string;
}

const text = { type: String, required: true };

export const documentShareSchema = new Schema<DocumentShareRow>(
  { _id: text, municipalityId: text, processId: text, documentId: text, holder: text, source: text },
  { collection: 'document_shares', versionKey: false },
);

documentShareSchema.index({ holder: 1, processId: 1 });
documentShareSchema.index({ source: 1, documentId: 1 });
