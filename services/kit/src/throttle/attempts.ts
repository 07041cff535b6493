import { createHmac } from 'node:crypto';
import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import { isDuplicateKey } from '../mongo/index.ts';
import { delayAfter } from './policy.ts';
import type { ThrottlePolicy } from './policy.ts';

/** What attempts are counted under: its kind, then its values, such as `['address', '192.0.2.1']`. */
export type AttemptKey = readonly [kind: string, ...values: string[]];

/**
 * Counts of attempts, outside transactions on purpose: one that is refused counts too. Rows hold keyed hashes, so they
 * tell neither who tried nor from where. Ask in `admit`, and take back or forget where the attempt turned out right.
 */
export interface Attempts {
  /** Counts one as failed, unless the key is closed; answers the milliseconds it stays closed, 0 when it was counted. */
  count(key: AttemptKey, policy: ThrottlePolicy, now: Date): Promise<number>;
  /** The one just counted was none to hold against the key, which opens again. */
  takeBack(key: AttemptKey, now: Date): Promise<void>;
  forget(keys: readonly AttemptKey[]): Promise<void>;
  /** Marks a key until then; a mark counts nothing. */
  mark(key: AttemptKey, now: Date, until: Date): Promise<void>;
  isMarked(key: AttemptKey, now: Date): Promise<boolean>;
}

interface AttemptDocument {
  readonly _id: string;
  readonly failures: number;
  readonly openAt: Date;
  readonly expiresAt: Date;
}

const schema = new Schema<AttemptDocument>(
  {
    _id: { type: String, required: true },
    failures: { type: Number, required: true },
    openAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
  },
  { collection: 'throttles', versionKey: false },
);
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

const mostTries = 20;

/** Registers the collection; its index is built before the service serves. */
export function registerAttempts(connection: Connection): void {
  connection.model('Attempt', schema);
}

/** `secret` keys the hashes. */
export function createAttempts(connection: Connection, secret: Buffer): Attempts {
  const rows = connection.model<AttemptDocument>('Attempt');
  const idOf = (key: AttemptKey): string => createHmac('sha256', secret).update(JSON.stringify(key)).digest('base64url');

  /** Writes only over what was read, so that attempts at the same time are all counted. */
  const replace = async (id: string, before: AttemptDocument | null, after: Omit<AttemptDocument, '_id'>): Promise<boolean> => {
    if (before === null) return insert(id, after);
    const { failures, expiresAt } = before;
    const { matchedCount } = await rows.updateOne({ _id: id, failures, expiresAt }, { $set: after });
    return matchedCount === 1;
  };

  const insert = async (id: string, row: Omit<AttemptDocument, '_id'>): Promise<boolean> => {
    try {
      await rows.insertMany([{ _id: id, ...row }]);
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  };

  return {
    async count(key, policy, now) {
      const id = idOf(key);
      for (let tries = 0; tries < mostTries; tries += 1) {
        const row = await rows.findById(id).lean<AttemptDocument>();
        const current = row !== null && row.expiresAt > now ? row : undefined;
        if (current !== undefined && current.openAt > now) return current.openAt.getTime() - now.getTime();
        const failures = (current?.failures ?? 0) + 1;
        const openAt = new Date(now.getTime() + delayAfter(policy, failures));
        const expiresAt = new Date(openAt.getTime() + policy.memoryMs);
        if (await replace(id, row, { failures, openAt, expiresAt })) return 0;
      }
      return policy.firstDelayMs;
    },

    async takeBack(key, now) {
      await rows.updateOne({ _id: idOf(key), failures: { $gt: 0 } }, { $inc: { failures: -1 }, $set: { openAt: now } });
    },

    async forget(keys) {
      await rows.deleteMany({ _id: { $in: keys.map(idOf) } });
    },

    async mark(key, now, until) {
      await rows.updateOne({ _id: idOf(key) }, { $set: { failures: 0, openAt: now, expiresAt: until } }, { upsert: true });
    },

    async isMarked(key, now) {
      return (await rows.exists({ _id: idOf(key), expiresAt: { $gt: now } })) !== null;
    },
  };
}
