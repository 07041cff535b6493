import { Schema } from 'mongoose';
import type { Letterhead, Municipality, Unit } from '../../../domain/settings/municipality.ts';
import type { Numbering, UnitCode } from '../../../domain/numbers/numbering.ts';

/** Keyed by the municipality, or `<municipality>/<body>`; a municipality's id has no slash. */
export type NumberingRow = Numbering & { readonly _id: string };
export type LetterheadRow = Omit<Letterhead, 'municipalityId'> & { readonly _id: string };
export type MunicipalityRow = Omit<Municipality, 'id'> & { readonly _id: string };
export type UnitRow = Omit<Unit, 'id'> & { readonly _id: string };

const key = { _id: { type: String, required: true } };
const text = { type: String, required: true };
const unitCode = new Schema<UnitCode>({ unitId: text, code: text }, { _id: false });

export const numberingSchema = new Schema<NumberingRow>(
  {
    ...key,
    municipalityId: text,
    body: { type: String, default: null },
    mask: text,
    sequencePer: text,
    bodyCode: { type: String, default: null },
    unitCodes: { type: [unitCode], required: true },
    formerMasks: { type: [String], required: true },
  },
  { collection: 'numberings', versionKey: false },
);

numberingSchema.index({ municipalityId: 1 }, { name: 'municipality' });

export const letterheadSchema = new Schema<LetterheadRow>(
  { ...key, lines: { type: [String], required: true } },
  { collection: 'letterheads', versionKey: false },
);

/** A local projection of identity's municipalities. */
export const municipalitySchema = new Schema<MunicipalityRow>(
  { ...key, name: text, acronym: text, city: text, state: text, timeZone: text },
  { collection: 'municipalities', versionKey: false },
);

/** A local projection of identity's units. */
export const unitSchema = new Schema<UnitRow>(
  { ...key, municipalityId: text, name: text, acronym: text, body: { type: String, default: null }, email: { type: String, default: null }, active: { type: Boolean, required: true } },
  { collection: 'units', versionKey: false },
);

unitSchema.index({ municipalityId: 1, body: 1 }, { name: 'body' });
