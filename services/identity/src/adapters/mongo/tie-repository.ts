import { inSession } from '@guiche/kit/mongo';
import { Schema } from 'mongoose';
import type { ClientSession, Connection } from 'mongoose';
import type { TieRepository } from '../../use-cases/ports.ts';

interface RepresentationDocument {
  readonly _id: string;
  readonly municipalityId: string;
  readonly representedId: string;
  readonly representativeId: string;
  readonly active: boolean;
}

/** Who may act for whom (PJ-02); the acts that write it come with powers of attorney. */
export const representationSchema = new Schema<RepresentationDocument>(
  {
    _id: { type: String, required: true },
    municipalityId: { type: String, required: true },
    representedId: { type: String, required: true },
    representativeId: { type: String, required: true },
    active: { type: Boolean, required: true },
  },
  { collection: 'representations', versionKey: false },
);
representationSchema.index({ municipalityId: 1, representedId: 1, active: 1 });
representationSchema.index({ municipalityId: 1, representativeId: 1, active: 1 });

export function tieRepository(connection: Connection, session: ClientSession | undefined): TieRepository {
  const representations = connection.model<RepresentationDocument>('Representation');
  return {
    countActive: (personId, municipalityId) =>
      representations.countDocuments(
        { municipalityId, active: true, $or: [{ representedId: personId }, { representativeId: personId }] },
        inSession(session),
      ),
  };
}
