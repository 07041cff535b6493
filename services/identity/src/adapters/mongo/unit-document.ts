import { Schema } from 'mongoose';
import type { Unit } from '../../domain/unit.ts';

export interface UnitDocument extends Omit<Unit, 'id'> {
  readonly _id: string;
}

const text = { type: String, required: true } as const;

export const unitSchema = new Schema<UnitDocument>(
  {
    _id: text,
    municipalityId: text,
    name: text,
    acronym: text,
    body: text,
    parentId: String,
    email: text,
    active: { type: Boolean, required: true },
    version: { type: Number, required: true },
  },
  { collection: 'units', versionKey: false },
);
unitSchema.index({ municipalityId: 1, name: 1, _id: 1 });

export function unitOf({ _id, ...fields }: UnitDocument): Unit {
  return { id: _id, ...fields };
}
