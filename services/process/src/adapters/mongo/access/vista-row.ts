import { Schema } from 'mongoose';
import type { DocumentFile } from '../../../domain/documents/document.ts';
import type { VistaAnswer, VistaRequest } from '../../../domain/access/vista.ts';

export interface VistaRow extends Omit<VistaRequest, 'id' | 'attachments'> {
  readonly _id: string;
  /** Requests from before there were attachments have none. */
  readonly attachments?: readonly DocumentFile[];
}

export interface VistaSettingRow {
  readonly _id: string;
  readonly reminderDays: number;
}

const text = { type: String, required: true };
const answer = new Schema<VistaAnswer>(
  { at: { type: Date, required: true }, staffId: text, unitId: text, reason: text, grantId: { type: String, default: null } },
  { _id: false },
);

const file = new Schema<DocumentFile>({ id: text, fileName: text, mediaType: text, size: { type: Number, required: true }, sha256: text }, { _id: false, id: false });

export const vistaSchema = new Schema<VistaRow>(
  {
    _id: text,
    municipalityId: text,
    processId: text,
    processNumber: text,
    personId: text,
    unitId: text,
    capacity: text,
    reason: text,
    attachments: { type: [file], default: [] },
    state: text,
    requestedAt: { type: Date, required: true },
    answer: { type: answer, default: null },
    remindersSent: { type: Number, required: true },
    version: { type: Number, required: true },
  },
  { collection: 'vista_requests', versionKey: false },
);

vistaSchema.index({ personId: 1, processId: 1 }, { unique: true, name: 'open', partialFilterExpression: { state: 'OPEN' } });
vistaSchema.index({ personId: 1, requestedAt: -1, _id: -1 });
vistaSchema.index({ unitId: 1, requestedAt: -1, _id: -1 });
vistaSchema.index({ unitId: 1, state: 1, requestedAt: -1, _id: -1 });

export const vistaSettingSchema = new Schema<VistaSettingRow>(
  { _id: text, reminderDays: { type: Number, required: true } },
  { collection: 'vista_settings', versionKey: false },
);

export function vistaOf({ _id, attachments = [], ...request }: VistaRow): VistaRequest {
  return { id: _id, ...request, attachments };
}
