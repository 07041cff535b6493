import { inSession, isDuplicateKey } from '@guiche/kit/mongo';
import { Schema } from 'mongoose';
import type { ClientSession, Connection } from 'mongoose';
import { errors } from '../../domain/errors.ts';
import type { Challenges } from '../../use-cases/ports.ts';

interface SpentChallengeDocument {
  readonly _id: string;
  readonly expiresAt: Date;
}

/** Kept until the challenge itself has expired. */
export const spentChallengeSchema = new Schema<SpentChallengeDocument>(
  { _id: { type: String, required: true }, expiresAt: { type: Date, required: true } },
  { collection: 'spent_challenges', versionKey: false },
);
spentChallengeSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export function spentChallengeRepository(connection: Connection, session: ClientSession | undefined): Pick<Challenges, 'spend'> {
  const spent = connection.model<SpentChallengeDocument>('SpentChallenge');
  return {
    async spend(challengeId, expiresAt) {
      try {
        await spent.insertMany([{ _id: challengeId, expiresAt }], inSession(session));
      } catch (error) {
        if (isDuplicateKey(error)) throw errors.CHALLENGE_SPENT();
        throw error;
      }
    },
  };
}
