import { revokedSessionsCollection } from '@guiche/kit/auth';
import { inSession } from '@guiche/kit/mongo';
import type { ClientSession, Connection } from 'mongoose';
import type { RevokedSessionRepository } from '../../use-cases/ports.ts';

export function revokedSessionRepository(
  connection: Connection,
  session: ClientSession | undefined,
): RevokedSessionRepository {
  const rows = connection.collection<{ _id: string; revokedAt: Date }>(revokedSessionsCollection);
  return {
    async add(sessionId, revokedAt) {
      await rows.updateOne({ _id: sessionId }, { $setOnInsert: { revokedAt } }, { upsert: true, ...inSession(session) });
    },
  };
}
