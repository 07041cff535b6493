import { Schema } from 'mongoose';
import type { Body, Municipality } from '../../domain/municipality.ts';

export interface MunicipalityDocument extends Omit<Municipality, 'id' | 'addressLines' | 'bodies'> {
  readonly _id: string;
  /** The acronym in lower case, for logins; unique. */
  readonly acronymKey: string;
  readonly addressLines: string[];
  readonly bodies: Body[];
}

const text = { type: String, required: true } as const;

export const municipalitySchema = new Schema<MunicipalityDocument>(
  {
    _id: text,
    name: text,
    acronym: text,
    acronymKey: text,
    state: text,
    city: text,
    ibgeCode: String,
    timeZone: text,
    training: { type: Boolean, required: true },
    termDeadlineDays: { type: Number, required: true },
    addressLines: { type: [String], required: true },
    clockAheadSeconds: { type: Number, required: true, default: 0 },
    bodies: { type: [new Schema<Body>({ acronym: text, name: text }, { _id: false })], required: true },
    version: { type: Number, required: true },
  },
  { collection: 'municipalities', versionKey: false },
);
municipalitySchema.index({ name: 1, _id: 1 });
municipalitySchema.index({ acronymKey: 1 }, { unique: true });

/** What two spellings of one acronym have in common. */
export function acronymKeyOf(acronym: string): string {
  return acronym.trim().toLowerCase();
}

export function municipalityOf(document: MunicipalityDocument): Municipality {
  const { _id, acronymKey: _acronymKey, ...fields } = document;
  return { ...fields, id: _id, clockAheadSeconds: fields.clockAheadSeconds ?? 0 };
}
