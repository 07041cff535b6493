import { Schema } from 'mongoose';
import type { Contact, Municipality, Unit } from '../../use-cases/ports.ts';

export interface ContactDocument extends Omit<Contact, 'personId'> {
  readonly _id: string;
}

export const contactSchema = new Schema<ContactDocument>(
  {
    _id: { type: String, required: true },
    fullName: { type: String, required: true },
    email: { type: String, required: true },
  },
  { collection: 'contacts', versionKey: false },
);

export interface UnitDocument extends Omit<Unit, 'id'> {
  readonly _id: string;
}

export const unitSchema = new Schema<UnitDocument>(
  { _id: { type: String, required: true }, name: { type: String, required: true }, email: { type: String, default: '' } },
  { collection: 'units', versionKey: false },
);

export interface MunicipalityDocument extends Omit<Municipality, 'id'> {
  readonly _id: string;
}

export const municipalitySchema = new Schema<MunicipalityDocument>(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    city: { type: String, required: true },
    timeZone: { type: String, required: true },
    training: { type: Boolean, required: true },
  },
  { collection: 'municipalities', versionKey: false },
);
