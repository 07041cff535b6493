import { Schema } from 'mongoose';
import type { Recomputation } from '../../../domain/calendar/calendar-change.ts';

export interface RecomputationRow extends Omit<Recomputation, 'id'> {
  readonly _id: string;
  /** Token of who has it; null when nobody has. */
  readonly lease: string | null;
  readonly owner: string | null;
  /** Until when, on the database's clock. */
  readonly heldUntil: Date;
}

const text = { type: String, required: true };
const count = { type: Number, required: true };

export const recomputationSchema = new Schema<RecomputationRow>(
  {
    _id: text,
    municipalityId: text,
    body: { type: String, default: null },
    cause: { type: new Schema({ kind: text, changeId: text, reason: text }, { _id: false }), required: true },
    fromDate: text,
    requestedAt: { type: Date, required: true },
    state: text,
    cursor: { type: String, default: null },
    examined: count,
    moved: count,
    finishedAt: { type: Date, default: null },
    lease: { type: String, default: null },
    owner: { type: String, default: null },
    heldUntil: { type: Date, required: true },
  },
  { collection: 'recomputations', versionKey: false },
);
recomputationSchema.index({ requestedAt: 1, _id: 1 }, { partialFilterExpression: { state: 'PENDING' } });

export function recomputationOf({ _id, lease: _lease, owner: _owner, heldUntil: _heldUntil, ...recomputation }: RecomputationRow): Recomputation {
  return { id: _id, ...recomputation };
}
