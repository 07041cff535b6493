import { Schema } from 'mongoose';
import { emailKeyOf } from '../../domain/email-address.ts';
import type { Person, PersonalData, PostalAddress } from '../../domain/person.ts';

export interface PersonDocument extends Omit<Person, 'id' | 'municipalityIds'> {
  readonly _id: string;
  readonly municipalityIds: string[];
  readonly emailKey: string;
  readonly passwordHash: string;
}

const text = { type: String, required: true } as const;

export const addressSchema = new Schema<PostalAddress>(
  { street: text, complement: String, district: text, country: text, state: text, city: text, postalCode: text },
  { _id: false },
);

/** Fields of a person and of a pre-registration alike. */
export const personalFields = {
  cpf: text,
  fullName: text,
  foreigner: { type: Boolean, required: true },
  rg: text,
  rgIssuer: text,
  landline: String,
  mobile: String,
  address: { type: addressSchema, required: true },
  email: text,
} as const;

export const personSchema = new Schema<PersonDocument>(
  {
    _id: text,
    ...personalFields,
    emailKey: text,
    passwordHash: { ...text, select: false },
    municipalityIds: { type: [String], required: true },
    registeredAt: { type: Date, required: true },
  },
  { collection: 'persons', versionKey: false },
);
personSchema.index({ cpf: 1 }, { unique: true });
personSchema.index({ emailKey: 1 }, { unique: true });

export function personalDataOf(document: PersonalData): PersonalData {
  const { cpf, fullName, foreigner, rg, rgIssuer, landline, mobile, address, email } = document;
  return { cpf, fullName, foreigner, rg, rgIssuer, landline, mobile, address, email };
}

export function personOf(document: PersonDocument): Person {
  const { _id, municipalityIds, registeredAt } = document;
  return { id: _id, ...personalDataOf(document), municipalityIds, registeredAt };
}

export function personDocumentOf({ id, municipalityIds, ...person }: Person, passwordHash: string): PersonDocument {
  return { _id: id, ...person, municipalityIds: [...municipalityIds], emailKey: emailKeyOf(person.email), passwordHash };
}
