import { Schema } from 'mongoose';
import type { TicketFile } from '../../domain/ticket-file.ts';

export interface TicketFileDocument extends Omit<TicketFile, 'id'> {
  readonly _id: string;
}

export const ticketFileSchema = new Schema<TicketFileDocument>(
  {
    _id: { type: String, required: true },
    ticketId: { type: String, required: true },
    municipalityId: { type: String, required: true },
    storedId: { type: String, required: true },
    field: { type: String, default: null },
    label: { type: String, required: true },
    name: { type: String, required: true },
    mediaType: { type: String, required: true },
    size: { type: Number, required: true },
    sha256: { type: String, required: true },
    addedAt: { type: Date, required: true },
    position: { type: Number, required: true },
    replacedAt: { type: Date, default: null },
    private: { type: Boolean, required: true },
    sentBy: { type: String, enum: ['REQUESTER', 'STAFF'], required: true },
  },
  { collection: 'ticket_files', versionKey: false },
);
ticketFileSchema.index({ ticketId: 1, position: 1 }, { unique: true });

export function ticketFileOf({ _id, ...file }: TicketFileDocument): TicketFile {
  return { id: _id, ...file };
}
