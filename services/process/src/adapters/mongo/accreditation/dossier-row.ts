import { Schema } from 'mongoose';
import type { AnnouncedFile, Approval, Dossier, Release, SubmittedFile } from '../../../domain/accreditation/dossier.ts';

export interface DossierRow extends Omit<Dossier, 'ticketId'> {
  /** The ticket: the business key that makes every event safe to arrive twice. */
  readonly _id: string;
}

const announced = { url: { type: String, required: true }, sha256: { type: String, required: true }, size: { type: Number, required: true } };
const sheet = new Schema<AnnouncedFile>(announced, { _id: false });
const submitted = new Schema<SubmittedFile>(
  { ...announced, fileId: String, name: String, label: String, mediaType: String },
  { _id: false },
);
const approval = new Schema<Approval>({ unitId: String, approvedBy: String, approvedAt: Date, files: [submitted] }, { _id: false });
const release = new Schema<Release>({ accreditationId: String, sheet }, { _id: false });

export const dossierSchema = new Schema<DossierRow>(
  {
    _id: { type: String, required: true },
    municipalityId: { type: String, required: true },
    personId: { type: String, required: true },
    state: { type: String, required: true },
    round: { type: Number, required: true },
    approval: { type: approval, default: null },
    release: { type: release, default: null },
    processId: String,
    failure: { type: new Schema({ code: String, detail: String }, { _id: false }), default: null },
    refusedAt: Date,
    updatedAt: { type: Date, required: true },
    version: { type: Number, required: true },
  },
  { collection: 'dossiers', versionKey: false },
);

dossierSchema.index({ state: 1, updatedAt: 1 });
dossierSchema.index({ municipalityId: 1, updatedAt: -1, _id: -1 });
dossierSchema.index({ municipalityId: 1, state: 1, updatedAt: -1, _id: -1 });

export function dossierOf({ _id, ...dossier }: DossierRow): Dossier {
  return { ticketId: _id, ...dossier };
}
