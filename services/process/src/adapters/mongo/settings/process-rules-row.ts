import { Schema } from 'mongoose';
import type { ProcessRules } from '../../../domain/settings/process-rules.ts';

export type ProcessRulesRow = Omit<ProcessRules, 'municipalityId'> & { readonly _id: string };

export const processRulesSchema = new Schema<ProcessRulesRow>(
  { _id: { type: String, required: true }, unsignedDocumentsForbidConclusion: { type: Boolean, required: true } },
  { collection: 'process_rules', versionKey: false },
);
