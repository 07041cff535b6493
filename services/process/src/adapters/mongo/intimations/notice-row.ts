import { Schema } from 'mongoose';
import type { Notice, ResponseOption } from '../../../domain/intimations/notice.ts';

export interface NoticeRow extends Omit<Notice, 'id'> {
  readonly _id: string;
}

const text = { type: String, required: true };
const instant = { type: Date, required: true };
const plain = { _id: false, id: false };

const due = new Schema<NonNullable<ResponseOption['due']>>({ on: text, at: instant }, plain);
const response = new Schema<ResponseOption>({ responseTypeId: text, name: text, due: { type: due, default: null } }, plain);
const certificate = new Schema<NonNullable<Notice['certificate']>>({ id: text, number: text }, plain);

export const noticeSchema = new Schema<NoticeRow>(
  {
    _id: text,
    intimationId: text,
    municipalityId: text,
    processId: text,
    personIds: { type: [String], required: true },
    state: text,
    responses: { type: [response], required: true },
    fulfilledAt: { type: Date, default: null },
    certificate: { type: certificate, default: null },
    replacedGrantIds: { type: [String], required: true },
    version: { type: Number, required: true },
  },
  { collection: 'intimation_notices', versionKey: false },
);

noticeSchema.index({ intimationId: 1 });

export function noticeOf({ _id, ...notice }: NoticeRow): Notice {
  return { id: _id, ...notice };
}
