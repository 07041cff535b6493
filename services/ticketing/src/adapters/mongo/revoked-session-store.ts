import { revokedSessionsCollection } from '@guiche/kit/auth';
import { inSession } from '@guiche/kit/mongo';
import type { ClientSession, Connection } from 'mongoose';
import type { RevokedSessionStore } from '../../use-cases/ports.ts';

/** Sessions that ended before their tokens did, where the token verifier looks. */
export function revokedSessionStore(connection: Connection, session: ClientSession | undefined): RevokedSessionStore {
  const rows = connection.collection<{ _id: string; revokedAt: Date }>(revokedSessionsCollection);
  return {
    async revoke(sessionId, revokedAt) {
      await rows.updateOne({ _id: sessionId }, { $setOnInsert: { revokedAt } }, { upsert: true, ...inSession(session) });
    },
  };
}
