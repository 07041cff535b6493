import { Schema } from 'mongoose';
import type { Unit } from '../../../domain/issuing/unit.ts';

export interface UnitRow extends Omit<Unit, 'id'> {
  readonly _id: string;
}

const text = { type: String, required: true };

export const unitSchema = new Schema<UnitRow>(
  { _id: text, municipalityId: text, name: text, acronym: text, body: { type: String, default: null }, active: { type: Boolean, required: true } },
  { collection: 'units', versionKey: false },
);

export function unitOf({ _id, ...unit }: UnitRow): Unit {
  return { id: _id, ...unit };
}
