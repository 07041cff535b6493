import { Schema } from 'mongoose';
import type { ReadEntry } from '../../../domain/access/read-log.ts';

export interface ReadLogRow extends Omit<ReadEntry, 'id'> {
  readonly _id: string;
}

const text = { type: String, required: true };

export const readLogSchema = new Schema<ReadLogRow>(
  {
    _id: text,
    municipalityId: text,
    processId: text,
    part: text,
    documentId: { type: String, default: null },
    documentIds: { type: [String], default: [] },
    reader: text,
    at: { type: Date, required: true },
    correlationId: text,
  },
  { collection: 'read_log', versionKey: false },
);

readLogSchema.index({ processId: 1, at: -1, _id: -1 });
// Five years, like records of incidents (Res. CD/ANPD 15/2024).
readLogSchema.index({ at: 1 }, { name: 'expiry', expireAfterSeconds: 5 * 366 * 24 * 3600 });
