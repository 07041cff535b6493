import type { Connection } from 'mongoose';

/** Counts the handlings of messages that the broker delivered again, across crashes of the process. */
export interface RedeliveryAttempts {
  /** Notes that a handling begins; returns how many have begun so far, this one included. */
  begin(messageId: string): Promise<number>;
  /** The message is settled, or an operator sends it round again. */
  forget(messageId: string): Promise<void>;
  ensureIndexes(): Promise<void>;
}

const keptSeconds = 7 * 24 * 3600;

/** A crash leaves its count behind: that is how the message that kills the process is found by name. */
export function createRedeliveryAttempts(connection: Connection, consumer: string): RedeliveryAttempts {
  const rows = connection.collection<{ _id: string; count: number; at: Date }>('consumer_attempts');
  return {
    async begin(messageId) {
      const row = await rows.findOneAndUpdate(
        { _id: `${consumer}:${messageId}` },
        { $inc: { count: 1 }, $currentDate: { at: true } },
        { upsert: true, returnDocument: 'after' },
      );
      return row?.count ?? 1;
    },
    async forget(messageId) {
      await rows.deleteOne({ _id: `${consumer}:${messageId}` });
    },
    async ensureIndexes() {
      await rows.createIndex({ at: 1 }, { name: 'expiry', expireAfterSeconds: keptSeconds });
    },
  };
}
