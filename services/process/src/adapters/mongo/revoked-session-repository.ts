import { revokedSessionsCollection } from '@guiche/kit/auth';
import { inSession } from '@guiche/kit/mongo';
import type { ClientSession, Connection } from 'mongoose';
import type { Ports } from '../../use-cases/ports.ts';

export function revokedSessionRepository(connection: Connection, session: ClientSession | undefined): Ports['revokedSessions'] {
  const rows = connection.collection<{ _id: string; revokedAt: Date }>(revokedSessionsCollection);
  return {
    async add(sessionId, revokedAt) {
      await rows.updateOne({ _id: sessionId }, { $setOnInsert: { revokedAt } }, { upsert: true, ...inSession(session) });
    },
  };
}
