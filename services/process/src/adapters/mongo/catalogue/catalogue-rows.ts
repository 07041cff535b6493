import { Schema } from 'mongoose';
import type { DocumentType } from '../../../domain/catalogue/document-type.ts';
import type { LegalHypothesis } from '../../../domain/catalogue/legal-hypothesis.ts';
import type { ProcessType } from '../../../domain/catalogue/process-type.ts';

export type CatalogueRow<Item> = Item & { readonly _id: string };

const text = { type: String, required: true };
const flag = { type: Boolean, required: true };
const texts = { type: [String], required: true };
const common = { _id: text, municipalityId: text, key: text, name: text, active: flag, version: { type: Number, required: true } };

export const processTypeSchema = new Schema<CatalogueRow<ProcessType>>(
  {
    ...common,
    openableByStaff: flag,
    accessLevels: texts,
    legalHypothesisKey: String,
    unitIds: texts,
    subjects: texts,
    acceptsIntercurrent: flag,
  },
  { collection: 'process_types', versionKey: false },
);

export const documentTypeSchema = new Schema<CatalogueRow<DocumentType>>(
  {
    ...common,
    makings: texts,
    template: String,
    forcedAccess: { type: new Schema({ accessLevel: text, legalHypothesisKey: String }, { _id: false }), default: null },
    inPetitions: flag,
    inIntimations: flag,
  },
  { collection: 'document_types', versionKey: false },
);

export const legalHypothesisSchema = new Schema<CatalogueRow<LegalHypothesis>>(
  { ...common, legalBasis: text, accessLevel: text },
  { collection: 'legal_hypotheses', versionKey: false },
);

for (const schema of [processTypeSchema, documentTypeSchema, legalHypothesisSchema]) {
  schema.index({ municipalityId: 1, name: 1, _id: 1 });
}
