import { Schema } from 'mongoose';
import type { Intimation } from '../../../domain/issuing/intimation.ts';
import { responseOptionSchema } from './response-option-schema.ts';

export interface IntimationRow extends Omit<Intimation, 'id'> {
  readonly _id: string;
}

const text = { type: String, required: true };
const instant = { type: Date, required: true };

export const intimationSchema = new Schema<IntimationRow>(
  {
    _id: text,
    number: text,
    municipalityId: text,
    processId: text,
    unitId: text,
    state: text,
    type: { type: new Schema({ id: text, name: text, responseMode: text }, { _id: false, id: false }), required: true },
    responseOptions: { type: [responseOptionSchema], required: true },
    documentId: text,
    annexDocumentIds: { type: [String], required: true },
    accessScope: text,
    noticeCount: { type: Number, required: true },
    requestedBy: text,
    requestedAt: instant,
    binding: {
      type: new Schema(
        { processNumber: text, processTypeKey: String, body: String, documentLabel: text, boundAt: instant, secret: { type: Boolean, required: true } },
        { _id: false },
      ),
      default: null,
    },
    confidedTo: { type: String, default: null },
    issuedAt: { type: Date, default: null },
    failure: { type: new Schema({ code: text, message: text, at: instant }, { _id: false }), default: null },
    version: { type: Number, required: true },
  },
  { collection: 'intimations', versionKey: false },
);
intimationSchema.index({ municipalityId: 1, number: 1 }, { unique: true });
intimationSchema.index({ processId: 1, requestedAt: -1, _id: -1 });
intimationSchema.index({ unitId: 1, requestedAt: -1, _id: -1 });
// Few at a time: those that nobody has answered yet.
intimationSchema.index({ requestedAt: 1 }, { partialFilterExpression: { state: 'REQUESTED' } });

export function intimationOf({ _id, ...intimation }: IntimationRow): Intimation {
  return { id: _id, ...intimation };
}
