import { Schema } from 'mongoose';
import type { Author } from '../../../domain/documents/document.ts';
import type { Movement, MovementSubject } from '../../../domain/processes/movement.ts';

export interface MovementRow extends Omit<Movement, 'id'> {
  readonly _id: string;
}

export const movementSchema = new Schema<MovementRow>(
  {
    _id: { type: String, required: true },
    processId: { type: String, required: true },
    municipalityId: { type: String, required: true },
    at: { type: Date, required: true },
    kind: { type: String, required: true },
    description: { type: String, required: true },
    inFull: { type: String, default: null },
    unitId: String,
    about: { type: new Schema<MovementSubject>({ kind: { type: String, required: true }, id: { type: String, required: true } }, { _id: false, id: false }), default: null },
    by: { type: new Schema<Author>({ kind: { type: String, required: true }, id: { type: String, required: true } }, { _id: false, id: false }), default: null },
  },
  { collection: 'movements', versionKey: false },
);

movementSchema.index({ processId: 1, at: 1, _id: 1 });

export function movementOf({ _id, ...movement }: MovementRow): Movement {
  return { id: _id, ...movement };
}
