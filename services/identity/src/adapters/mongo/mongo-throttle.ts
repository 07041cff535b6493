import { createHmac } from 'node:crypto';
import { isDuplicateKey, translateFault } from '@guiche/kit/mongo';
import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import { accountFromAddress, accountFromAnywhere, anyAccountFromAddress, delayAfter, mailsToAddress } from '../../domain/throttle.ts';
import type { ThrottlePolicy } from '../../domain/throttle.ts';
import type { LoginAttempt, Throttle } from '../../use-cases/ports.ts';

interface ThrottleDocument {
  readonly _id: string;
  readonly failures: number;
  readonly openAt: Date;
  readonly expiresAt: Date;
}

export const throttleSchema = new Schema<ThrottleDocument>(
  {
    _id: { type: String, required: true },
    failures: { type: Number, required: true },
    openAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
  },
  { collection: 'throttles', versionKey: false },
);
throttleSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

const knownAddressMs = 30 * 24 * 60 * 60_000;
const mostTries = 20;

/**
 * Counts by account and address, outside transactions on purpose. Rows hold keyed hashes, so they tell neither who
 * tried nor from where.
 */
export function mongoThrottle(connection: Connection, key: Buffer): Throttle {
  const rows = connection.model<ThrottleDocument>('Throttle');
  const idOf = (...parts: string[]): string => createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');

  /** Counts one attempt unless the row is closed; answers the milliseconds it stays closed, 0 when it was counted. */
  const count = async (id: string, policy: ThrottlePolicy, now: Date): Promise<number> => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const row = await rows.findById(id).lean<ThrottleDocument>();
      const current = row !== null && row.expiresAt > now ? row : undefined;
      if (current !== undefined && current.openAt > now) return current.openAt.getTime() - now.getTime();
      const failures = (current?.failures ?? 0) + 1;
      const openAt = new Date(now.getTime() + delayAfter(policy, failures));
      const expiresAt = new Date(openAt.getTime() + policy.memoryMs);
      if (await replace(id, row, { failures, openAt, expiresAt })) return 0;
    }
    return policy.firstDelayMs;
  };

  /** Writes only over what was read, so that attempts at the same time are all counted. */
  const replace = async (id: string, before: ThrottleDocument | null, after: Omit<ThrottleDocument, '_id'>): Promise<boolean> => {
    if (before === null) return insert(id, after);
    const { failures, expiresAt } = before;
    const { matchedCount } = await rows.updateOne({ _id: id, failures, expiresAt }, { $set: after });
    return matchedCount === 1;
  };

  const insert = async (id: string, row: Omit<ThrottleDocument, '_id'>): Promise<boolean> => {
    try {
      await rows.insertMany([{ _id: id, ...row }]);
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  };

  const keysOf = ({ account, address }: LoginAttempt) => ({
    pair: idOf('account-from-address', account, address),
    address: idOf('address', address),
    account: idOf('account', account),
    known: idOf('known-address', account, address),
  });

  return {
    async beginLogin(attempt) {
      try {
        const ids = keysOf(attempt);
        const { now } = attempt;
        const known = await rows.exists({ _id: ids.known, expiresAt: { $gt: now } });
        const limits: [string, ThrottlePolicy][] = [
          [ids.pair, accountFromAddress],
          [ids.address, anyAccountFromAddress],
          ...(known === null ? [[ids.account, accountFromAnywhere] satisfies [string, ThrottlePolicy]] : []),
        ];
        for (const [id, policy] of limits) {
          const waitMs = await count(id, policy, now);
          if (waitMs > 0) return Math.ceil(waitMs / 1000);
        }
        return 0;
      } catch (error) {
        throw translateFault(error);
      }
    },

    async succeeded(attempt) {
      try {
        const ids = keysOf(attempt);
        await rows.deleteMany({ _id: { $in: [ids.pair, ids.account] } });
        await rows.updateOne({ _id: ids.address, failures: { $gt: 0 } }, { $inc: { failures: -1 }, $set: { openAt: attempt.now } });
        const known = { failures: 0, openAt: attempt.now, expiresAt: new Date(attempt.now.getTime() + knownAddressMs) };
        await rows.updateOne({ _id: ids.known }, { $set: known }, { upsert: true });
      } catch (error) {
        throw translateFault(error);
      }
    },

    async mayMail(email, now) {
      try {
        return (await count(idOf('mail', email.toLowerCase()), mailsToAddress, now)) === 0;
      } catch (error) {
        throw translateFault(error);
      }
    },
  };
}
