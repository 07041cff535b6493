import { Schema } from 'mongoose';
import type { Dispatch, Placement } from '../../../domain/processes/placement.ts';

export interface PlacementRow extends Omit<Placement, 'id'> {
  readonly _id: string;
}

const text = { type: String, required: true };
const flag = { type: Boolean, required: true };

export const placementSchema = new Schema<PlacementRow>(
  {
    _id: text,
    municipalityId: text,
    processId: text,
    unitId: text,
    state: text,
    origin: text,
    seen: flag,
    petitioned: flag,
    assigneeId: String,
    dispatch: { type: new Schema<Dispatch>({ fromUnitId: text, note: String, dueOn: String }, { _id: false }), default: null },
    marks: { type: [String], required: true },
    arrivedAt: { type: Date, required: true },
    concludedAt: Date,
    typeKey: text,
    numberKey: text,
    version: { type: Number, required: true },
  },
  { collection: 'placements', versionKey: false },
);

// Controle de Processos: one unit, one column, newest first.
placementSchema.index({ unitId: 1, state: 1, origin: 1, arrivedAt: -1, _id: -1 });
placementSchema.index({ unitId: 1, state: 1, assigneeId: 1, arrivedAt: -1, _id: -1 });
// What is red, and all counts of a unit.
placementSchema.index({ unitId: 1, state: 1, seen: 1, origin: 1, arrivedAt: -1, _id: -1 });
placementSchema.index({ unitId: 1, state: 1, typeKey: 1, arrivedAt: -1, _id: -1 });
placementSchema.index({ unitId: 1, state: 1, marks: 1, arrivedAt: -1, _id: -1 });
placementSchema.index({ unitId: 1, numberKey: 1, arrivedAt: -1, _id: -1 });
placementSchema.index({ processId: 1, arrivedAt: 1, _id: 1 });

export function placementOf({ _id, ...placement }: PlacementRow): Placement {
  return { id: _id, ...placement };
}
