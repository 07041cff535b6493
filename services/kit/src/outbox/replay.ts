import type { Connection } from 'mongoose';
import { outboxRows } from './outbox-row.ts';

/** Which published events to send again; every condition left out matches all. */
export interface ReplaySelection {
  /** Full message type names. */
  types?: readonly string[];
  /** The event happened at or after this instant. */
  from?: Date;
  /** The event happened before this instant. */
  to?: Date;
  /** Only count. */
  dryRun?: boolean;
}

/**
 * Marks published events as pending again, with the same ids, so that consumers that have them absorb them.
 * Rows older than 30 days are gone. Returns how many events the selection matches.
 */
export async function replayOutbox(connection: Connection, selection: ReplaySelection): Promise<number> {
  const rows = outboxRows(connection);
  const { types, from, to, dryRun = false } = selection;
  const filter = {
    state: 'sent' as const,
    ...(types !== undefined && { type: { $in: [...types] } }),
    ...((from !== undefined || to !== undefined) && {
      occurredAt: { ...(from !== undefined && { $gte: from }), ...(to !== undefined && { $lt: to }) },
    }),
  };
  if (dryRun) return rows.countDocuments(filter);
  const marked = await rows.updateMany(filter, {
    $set: { state: 'pending', attempts: 0, lastError: null },
    $unset: { sentAt: '' },
  });
  return marked.modifiedCount;
}
