import { Schema } from 'mongoose';

/** A stored file that no transaction has kept yet. */
export interface StagedFileRow {
  readonly _id: string;
  readonly stagedAt: Date;
}

export const stagedFileSchema = new Schema<StagedFileRow>(
  { _id: { type: String, required: true }, stagedAt: { type: Date, required: true } },
  { collection: 'staged_files', versionKey: false },
);

stagedFileSchema.index({ stagedAt: 1 });
