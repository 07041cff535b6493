import { Schema } from 'mongoose';
import type { TicketEntry } from '../../domain/ticket-entry.ts';

export interface EntryDocument extends Omit<TicketEntry, 'id'> {
  readonly _id: string;
}

const author = new Schema({ role: String, id: String }, { _id: false, id: false });

export const entrySchema = new Schema<EntryDocument>(
  {
    _id: { type: String, required: true },
    ticketId: { type: String, required: true },
    municipalityId: { type: String, required: true },
    position: { type: Number, required: true },
    kind: { type: String, required: true },
    text: String,
    at: { type: Date, required: true },
    author: { type: author, required: true },
    private: { type: Boolean, required: true },
    fileNames: { type: [String], required: true },
  },
  { collection: 'ticket_entries', versionKey: false },
);
entrySchema.index({ ticketId: 1, position: 1 }, { unique: true });

export function entryOf({ _id, ...entry }: EntryDocument): TicketEntry {
  return { id: _id, ...entry };
}
