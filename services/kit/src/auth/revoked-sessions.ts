import type { ClientSession, Connection } from 'mongoose';
import { inSession } from '../mongo/transaction.ts';

/** Sessions that ended before their tokens did. Kept by each service in its own database, fed by events. */
export interface RevokedSessions {
  isRevoked(sessionId: string): boolean;
  /** Reads what was revoked since the last look; called by a timer and at start. */
  refresh(): Promise<void>;
  start(): void;
  stop(): void;
}

/** Collection that a service's consumer writes `{ _id: sessionId, revokedAt }` into, with a TTL index. */
export const revokedSessionsCollection = 'revoked_sessions';

/**
 * Ends tokens of revoked sessions within one refresh (default 10 s; architecture.md promises 60 s at the most).
 * Rows live as long as a token can (`tokenLifetimeMs`), so the set in memory stays small.
 */
export function createRevokedSessions(options: {
  connection: Connection;
  now: () => Date;
  onError: (error: unknown) => void;
  refreshMs?: number;
  tokenLifetimeMs?: number;
}): RevokedSessions {
  const { connection, now, onError, refreshMs = 10_000, tokenLifetimeMs = 15 * 60_000 } = options;
  let revoked: ReadonlySet<string> = new Set();
  let timer: NodeJS.Timeout | undefined;

  const refresh = async (): Promise<void> => {
    const since = new Date(now().getTime() - tokenLifetimeMs);
    const rows = await connection
      .collection<{ _id: string; revokedAt: Date }>(revokedSessionsCollection)
      .find({ revokedAt: { $gte: since } }, { projection: { _id: 1 } })
      .toArray();
    revoked = new Set(rows.map((row) => row._id));
  };

  return {
    isRevoked: (sessionId) => revoked.has(sessionId),
    refresh,
    start() {
      timer = setInterval(() => {
        refresh().catch(onError);
      }, refreshMs);
      timer.unref();
    },
    stop() {
      clearInterval(timer);
    },
  };
}

/** Where a service's consumer notes sessions that ended. */
export interface RevokedSessionRepository {
  /** Noting one again changes nothing. */
  add(sessionId: string, revokedAt: Date): Promise<void>;
}

/** The rows that `createRevokedSessions` looks at, written in the session's transaction. */
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
