import { Schema } from 'mongoose';

export interface SettingsDocument {
  /** The municipality. */
  readonly _id: string;
  readonly autoCloseDays: number | null;
}

export const settingsSchema = new Schema<SettingsDocument>(
  { _id: { type: String, required: true }, autoCloseDays: { type: Number, default: null } },
  { collection: 'ticket_settings', versionKey: false },
);
