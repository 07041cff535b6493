import { Schema } from 'mongoose';
import type { PersonalData } from '../../domain/person.ts';
import type { PreRegistration } from '../../domain/pre-registration.ts';
import { personalDataOf, personalFields } from './person-document.ts';

export interface PreRegistrationDocument extends PersonalData, Omit<PreRegistration, 'id' | 'data'> {
  readonly _id: string;
  readonly emailKey: string;
  readonly passwordHash: string;
  readonly tokenHash: string;
}

const text = { type: String, required: true } as const;

export const preRegistrationSchema = new Schema<PreRegistrationDocument>(
  {
    _id: text,
    personId: text,
    municipalityId: text,
    ...personalFields,
    emailKey: text,
    passwordHash: text,
    tokenHash: text,
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    confirmedAt: Date,
  },
  { collection: 'pre_registrations', versionKey: false },
);
preRegistrationSchema.index({ tokenHash: 1 }, { unique: true });
preRegistrationSchema.index({ cpf: 1, createdAt: -1 });
preRegistrationSchema.index({ emailKey: 1, createdAt: -1 });
preRegistrationSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export function preRegistrationOf(document: PreRegistrationDocument): PreRegistration {
  const { _id, personId, municipalityId, createdAt, expiresAt, confirmedAt } = document;
  return { id: _id, personId, municipalityId, data: personalDataOf(document), createdAt, expiresAt, confirmedAt: confirmedAt ?? null };
}
