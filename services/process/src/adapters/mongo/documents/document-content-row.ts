import { Schema } from 'mongoose';
import type { WrittenContent } from '../../../domain/documents/written-content.ts';
import { authorSchema } from './document-parts.ts';

export interface DocumentContentRow extends WrittenContent {
  /** Made of document and version. */
  readonly _id: string;
}

const text = { type: String, required: true };

export const documentContentSchema = new Schema<DocumentContentRow>(
  {
    _id: text,
    documentId: text,
    processId: text,
    municipalityId: text,
    version: { type: Number, required: true },
    // Empty while nothing is written yet, which "required" would refuse.
    html: String,
    at: { type: Date, required: true },
    by: { type: authorSchema, required: true },
  },
  { collection: 'document_contents', versionKey: false },
);

documentContentSchema.index({ documentId: 1, version: -1, _id: -1 });
