import { Schema } from 'mongoose';
import type { ExportItem, RequestedExport } from '../../../domain/exports/requested-export.ts';
import { fileSchema } from '../documents/document-parts.ts';

export interface ExportRow extends Omit<RequestedExport, 'id'> {
  readonly _id: string;
  /** Attempts that broke off. */
  readonly failures?: number;
}

/** A stretch of the frozen list, so that no row grows with its process. */
export interface ExportItemsRow {
  readonly _id: string;
  readonly exportId: string;
  /** Position of the first one. */
  readonly from: number;
  readonly items: readonly ExportItem[];
}

const text = { type: String, required: true };
const number = { type: Number, required: true };
const date = { type: Date, required: true };

export const exportSchema = new Schema<ExportRow>(
  {
    _id: text,
    municipalityId: text,
    processId: text,
    owner: text,
    reader: { type: Schema.Types.Mixed, required: true },
    format: text,
    onlyPublic: { type: Boolean, required: true },
    state: text,
    done: number,
    total: number,
    file: { type: fileSchema, default: null },
    failureCode: { type: String, default: null },
    requestedAt: date,
    expiresAt: date,
    version: number,
    failures: Number,
  },
  { collection: 'exports', versionKey: false },
);

exportSchema.index({ owner: 1, requestedAt: -1, _id: -1 });
exportSchema.index({ state: 1, requestedAt: 1 });

export const exportItemsSchema = new Schema<ExportItemsRow>(
  {
    _id: text,
    exportId: text,
    from: number,
    items: { type: [new Schema<ExportItem>({ documentId: text, withheld: { type: String, default: null } }, { _id: false })], required: true },
  },
  { collection: 'export_items', versionKey: false },
);

exportItemsSchema.index({ exportId: 1, from: 1 });

export function exportOf({ _id, failures, ...requested }: ExportRow): RequestedExport {
  return { id: _id, ...requested };
}
