import { Schema } from 'mongoose';
import type { Recipient } from '../../../domain/recipients/recipient.ts';

export interface RecipientRow extends Omit<Recipient, 'id'> {
  readonly _id: string;
  /** What the name is searched by. */
  readonly nameWords: string[];
}

export const recipientSchema = new Schema<RecipientRow>(
  {
    _id: { type: String, required: true },
    municipalityId: { type: String, required: true },
    personId: { type: String, required: true },
    name: String,
    nameWords: { type: [String], required: true },
    state: { type: String, required: true, enum: ['ENABLED', 'DISABLED'] },
    enabledAt: { type: Date, required: true },
    reasonCode: String,
  },
  { collection: 'recipients', versionKey: false },
);
recipientSchema.index({ municipalityId: 1, state: 1, enabledAt: -1, _id: -1 });
recipientSchema.index({ municipalityId: 1, state: 1, nameWords: 1 });
recipientSchema.index({ municipalityId: 1, personId: 1 }, { unique: true });

export function recipientOf({ _id, municipalityId, personId, name, state, enabledAt, reasonCode }: RecipientRow): Recipient {
  return { id: _id, municipalityId, personId, ...(name == null ? {} : { name }), state, enabledAt, ...(reasonCode == null ? {} : { reasonCode }) };
}
