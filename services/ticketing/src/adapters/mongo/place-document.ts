import { Schema } from 'mongoose';

export interface MunicipalityDocument {
  readonly _id: string;
  readonly city: string;
  readonly timeZone: string;
}

export interface UnitDocument {
  readonly _id: string;
  readonly municipalityId: string;
  readonly name: string;
  readonly active: boolean;
}

export interface StaffMemberDocument {
  readonly _id: string;
  readonly municipalityId: string;
  readonly unitIds: readonly string[];
  readonly active: boolean;
}

export const municipalitySchema = new Schema<MunicipalityDocument>(
  { _id: { type: String, required: true }, city: { type: String, required: true }, timeZone: { type: String, required: true } },
  { collection: 'municipalities', versionKey: false },
);

export const unitSchema = new Schema<UnitDocument>(
  {
    _id: { type: String, required: true },
    municipalityId: { type: String, required: true },
    name: { type: String, required: true },
    active: { type: Boolean, required: true },
  },
  { collection: 'units', versionKey: false },
);

export const staffMemberSchema = new Schema<StaffMemberDocument>(
  {
    _id: { type: String, required: true },
    municipalityId: { type: String, required: true },
    unitIds: { type: [String], required: true },
    active: { type: Boolean, required: true },
  },
  { collection: 'staff', versionKey: false },
);
