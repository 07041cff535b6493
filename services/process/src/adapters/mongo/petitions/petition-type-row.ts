import { Schema } from 'mongoose';
import type { PetitionType } from '../../../domain/petitions/petition-type.ts';
import type { CatalogueRow } from '../catalogue/catalogue-rows.ts';

export interface PetitionRulesRow {
  readonly _id: string;
  readonly principalLimitBytes: number;
  readonly otherLimitBytes: number;
  /** Absent where all that can be sent is taken. */
  readonly principalExtensions?: readonly string[];
  readonly otherExtensions?: readonly string[];
  readonly relatedTypeKey: string | null;
}

const text = { type: String, required: true };
const flag = { type: Boolean, required: true };
const texts = { type: [String], required: true };
const bytes = { type: Number, required: true };

export const petitionTypeSchema = new Schema<CatalogueRow<PetitionType>>(
  {
    _id: text,
    municipalityId: text,
    key: text,
    name: text,
    active: flag,
    body: String,
    guidance: { type: String, default: '' },
    unitIds: texts,
    principal: { type: new Schema({ making: text, documentTypeKey: text }, { _id: false }), required: true },
    essentialTypeKeys: texts,
    complementaryTypeKeys: texts,
    takesOtherParties: flag,
    version: { type: Number, required: true },
  },
  { collection: 'petition_types', versionKey: false },
);

petitionTypeSchema.index({ active: 1, municipalityId: 1, name: 1, _id: 1 });

export const petitionRulesSchema = new Schema<PetitionRulesRow>(
  {
    _id: text,
    principalLimitBytes: bytes,
    otherLimitBytes: bytes,
    principalExtensions: { type: [String], default: undefined },
    otherExtensions: { type: [String], default: undefined },
    relatedTypeKey: String,
  },
  { collection: 'petition_rules', versionKey: false },
);
