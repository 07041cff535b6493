import { Schema } from 'mongoose';
import type { Session } from '../../domain/session.ts';

export interface SessionDocument extends Omit<Session, 'id'> {
  readonly _id: string;
}

const text = { type: String, required: true } as const;
const instant = { type: Date, required: true } as const;

export const sessionSchema = new Schema<SessionDocument>(
  {
    _id: text,
    owner: {
      type: new Schema({ kind: { ...text, enum: ['person', 'staff'] }, personId: String, staffId: String, municipalityId: String }, { _id: false }),
      required: true,
    },
    generation: { type: Number, required: true },
    createdAt: instant,
    rotatedAt: instant,
    expiresAt: instant,
    revokedAt: Date,
  },
  { collection: 'sessions', versionKey: false },
);
sessionSchema.index({ 'owner.municipalityId': 1, 'owner.staffId': 1 }, { name: 'of staff', partialFilterExpression: { 'owner.staffId': { $gt: '' } } });
sessionSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export function sessionOf({ _id, ...fields }: SessionDocument): Session {
  const { owner, generation, createdAt, rotatedAt, expiresAt, revokedAt } = fields;
  return { id: _id, owner, generation, createdAt, rotatedAt, expiresAt, revokedAt };
}
