import { Schema } from 'mongoose';
import type { DocumentFile } from '../../../domain/documents/document.ts';
import type { NamedParty, Petition, PetitionItem, PetitionResponse, Receipt } from '../../../domain/petitions/petition.ts';

export interface PetitionRow extends Omit<Petition, 'id'> {
  readonly _id: string;
}

const text = { type: String, required: true };
const instant = { type: Date, required: true };
const plain = { _id: false, id: false };

const file = new Schema<DocumentFile>({ id: text, fileName: text, mediaType: text, size: { type: Number, required: true }, sha256: text }, plain);
const party = new Schema<NamedParty>({ name: text, document: text }, plain);
const item = new Schema<PetitionItem>(
  {
    id: text,
    role: text,
    typeKey: text,
    typeName: text,
    complement: { type: String, default: '' },
    file: { type: file, default: null },
    content: String,
    conference: String,
    accessLevel: text,
    legalHypothesis: String,
  },
  plain,
);
const receipt = new Schema<Receipt>(
  { number: text, documentId: text, processId: text, processNumber: text, relatedProcessNumber: String, filedAt: instant, filedOn: text },
  plain,
);

const response = new Schema<PetitionResponse>(
  { noticeId: text, intimationId: text, intimationNumber: text, responseTypeId: text, responseTypeName: text },
  plain,
);

export const petitionSchema = new Schema<PetitionRow>(
  {
    _id: text,
    municipalityId: text,
    personId: text,
    kind: text,
    state: text,
    typeKey: String,
    processId: String,
    unitId: String,
    specification: { type: String, default: '' },
    parties: { type: [party], required: true },
    items: { type: [item], required: true },
    createdAt: instant,
    changedAt: instant,
    expiresAt: instant,
    response: { type: response, default: null },
    receipt: { type: receipt, default: null },
    version: { type: Number, required: true },
  },
  { collection: 'petitions', versionKey: false },
);

petitionSchema.index({ personId: 1, state: 1, changedAt: -1, _id: -1 });

/** Rows from before there were responses have none. */
export function petitionOf({ _id, response: answered = null, ...petition }: Omit<PetitionRow, 'response'> & Partial<Pick<PetitionRow, 'response'>>): Petition {
  return { id: _id, response: answered, ...petition };
}
