import { Schema } from 'mongoose';
import type { Author, DocumentFile, Verification } from '../../../domain/documents/document.ts';

const text = { type: String, required: true };

/** Parts of a document's row that stand in more than one place of it. */
export const fileSchema = new Schema<DocumentFile>(
  { id: text, fileName: text, mediaType: text, size: { type: Number, required: true }, sha256: text },
  { _id: false, id: false },
);

export const verificationSchema = new Schema<Verification>({ code: text, crc: text }, { _id: false });

export const authorSchema = new Schema<Author>({ kind: text, id: text }, { _id: false, id: false });
