import { Schema } from 'mongoose';
import type { ReportExport, ReportFile } from '../../../domain/reports/report-export.ts';

export interface ReportExportRow extends Omit<ReportExport, 'id'> {
  readonly _id: string;
  /** Attempts that broke off. */
  readonly failures?: number;
  /** Where the latest attempt writes. */
  readonly attemptFileId?: string;
}

const text = { type: String, required: true };
const number = { type: Number, required: true };
const date = { type: Date, required: true };
/** Stored as it is: nothing is asked of the database about what is in it. */
const whole = { type: Schema.Types.Mixed, required: true };

export const reportExportSchema = new Schema<ReportExportRow>(
  {
    _id: text,
    municipalityId: text,
    owner: text,
    scope: whole,
    search: whole,
    format: text,
    state: text,
    done: number,
    total: number,
    file: { type: new Schema<ReportFile>({ id: text, fileName: text, size: number, sha256: text, mediaType: text }, { _id: false, id: false }), default: null },
    failureCode: { type: String, default: null },
    requestedAt: date,
    expiresAt: date,
    version: number,
    failures: Number,
    attemptFileId: String,
  },
  { collection: 'report_exports', versionKey: false },
);
reportExportSchema.index({ owner: 1, municipalityId: 1, requestedAt: -1, _id: -1 });
reportExportSchema.index({ state: 1 });

export function reportExportOf({ _id, failures: _failures, attemptFileId: _file, ...requested }: ReportExportRow): ReportExport {
  return { id: _id, ...requested };
}
