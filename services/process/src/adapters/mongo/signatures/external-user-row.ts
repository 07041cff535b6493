import { Schema } from 'mongoose';

/** Its id is made of municipality and person. */
export interface ExternalUserRow {
  readonly _id: string;
  readonly released: boolean;
}

export const externalUserSchema = new Schema<ExternalUserRow>(
  { _id: { type: String, required: true }, released: { type: Boolean, required: true } },
  { collection: 'external_users', versionKey: false },
);
