import type { Connection } from 'mongoose';
import { revokedSessionsCollection } from '../auth/index.ts';

/** Rows are needed only as long as a token can live; a day is generous. */
const keptSeconds = 24 * 60 * 60;

/** Builds the collection of revoked sessions that every service keeps, before it serves. */
export async function ensureRevokedSessions(connection: Connection): Promise<void> {
  await connection.collection(revokedSessionsCollection).createIndex({ revokedAt: 1 }, { expireAfterSeconds: keptSeconds });
}
