import { Schema } from 'mongoose';
import type { Binding } from '../../../domain/intimations/binding.ts';
import type { Access } from '../../../domain/processes/access-level.ts';

export interface BindingRow extends Omit<Binding, 'id'> {
  readonly _id: string;
}

const text = { type: String, required: true };
const count = { type: Number, required: true };
const access = new Schema<Access>({ accessLevel: text, legalHypothesis: { type: String, default: null } }, { _id: false });

export const bindingSchema = new Schema<BindingRow>(
  {
    _id: text,
    municipalityId: text,
    processId: text,
    number: text,
    typeName: text,
    unitId: text,
    staffId: text,
    scope: text,
    documentId: text,
    annexIds: { type: [String], required: true },
    documentLabel: text,
    annexLabels: { type: [String], required: true },
    access: { type: access, required: true },
    boundAt: { type: Date, required: true },
    state: text,
    pendingCount: count,
    inCourseCount: count,
    version: count,
  },
  { collection: 'intimation_bindings', versionKey: false },
);

export function bindingOf({ _id, ...binding }: BindingRow): Binding {
  return { id: _id, ...binding };
}
