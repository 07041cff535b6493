import { platformErrors } from '@guiche/kit/errors';
import { inSession } from '@guiche/kit/mongo';
import type { ClientSession, Connection, mongo } from 'mongoose';

interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** Puts each in the place of the version before it, all in one write; throws `STALE_VERSION` when somebody was faster with one. */
export async function replaceVersions(
  { connection, collection }: { connection: Connection; collection: string },
  changed: readonly Versioned[],
  session: ClientSession | undefined,
): Promise<void> {
  if (changed.length === 0) return;
  const writes: mongo.AnyBulkWriteOperation<{ _id: string }>[] = changed.map(({ id, ...row }) => ({
    replaceOne: { filter: { _id: id, version: row.version - 1 }, replacement: row },
  }));
  const { matchedCount } = await connection.collection<{ _id: string }>(collection).bulkWrite(writes, inSession(session));
  if (matchedCount !== changed.length) throw platformErrors.STALE_VERSION();
}
