import { Schema } from 'mongoose';

/** One direction of a relation: every relation has two rows, so that each process finds its own by one index. */
export interface RelationRow {
  /** `<processId>:<relatedId>`. */
  readonly _id: string;
  readonly processId: string;
  readonly relatedId: string;
  readonly municipalityId: string;
  readonly at: Date;
}

const text = { type: String, required: true };

export const relationSchema = new Schema<RelationRow>(
  { _id: text, processId: text, relatedId: text, municipalityId: text, at: { type: Date, required: true } },
  { collection: 'relations', versionKey: false },
);

relationSchema.index({ processId: 1, at: 1, _id: 1 });
