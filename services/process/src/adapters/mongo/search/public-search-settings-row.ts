import { Schema } from 'mongoose';
import type { PublicSearchSettings } from '../../../domain/search/public-search-settings.ts';

/** Row of a municipality. */
export interface PublicSearchSettingsRow extends Omit<PublicSearchSettings, 'municipalityId'> {
  readonly _id: string;
}

export const publicSearchSettingsSchema = new Schema<PublicSearchSettingsRow>(
  { _id: { type: String, required: true }, contentSince: { type: String, default: null }, movementKinds: { type: [String], required: true } },
  { collection: 'public_search_settings', versionKey: false },
);
