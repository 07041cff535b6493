import { createHmac } from 'node:crypto';
import { Schema } from 'mongoose';
import type { Connection, PipelineStage } from 'mongoose';
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

/** Two that insert the same row at once: the later one finds it there. */
const mostTries = 3;

/** Registers the collection; its index is built before the service serves. */
export function registerAttempts(connection: Connection): void {
  connection.model('Attempt', schema);
}

/** `secret` keys the hashes. */
export function createAttempts(connection: Connection, secret: Buffer): Attempts {
  const rows = connection.model<AttemptDocument>('Attempt');
  const idOf = (key: AttemptKey): string => createHmac('sha256', secret).update(JSON.stringify(key)).digest('base64url');

  return {
    async count(key, policy, now) {
      const id = idOf(key);
      for (let tries = 1; ; tries += 1) {
        try {
          const before = await rows
            .findOneAndUpdate({ _id: id }, countedOnceMore(policy, now), { upsert: true, updatePipeline: true })
            .lean<AttemptDocument>();
          return before !== null && isClosed(before, now) ? before.openAt.getTime() - now.getTime() : 0;
        } catch (error) {
          if (!isDuplicateKey(error) || tries === mostTries) throw error;
        }
      }
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

function isClosed({ expiresAt, openAt }: AttemptDocument, now: Date): boolean {
  return expiresAt > now && openAt > now;
}

/** One more in one step, so that attempts at the same time are all counted; a key that is closed stays as it is. */
function countedOnceMore(policy: ThrottlePolicy, now: Date): PipelineStage.Set[] {
  const isRemembered = { $gt: ['$expiresAt', now] };
  const failures = { $add: [{ $cond: [isRemembered, '$failures', 0] }, 1] };
  const openAt = { $add: [now, { $arrayElemAt: [delaysOf(policy), { $min: [failures, longestAfter(policy)] }] }] };
  const closed = { $and: [isRemembered, { $gt: ['$openAt', now] }] };
  const unless = (field: string, value: object) => ({ $cond: [closed, field, value] });
  return [
    { $set: { failures: unless('$failures', failures), openAt: unless('$openAt', openAt), expiresAt: unless('$expiresAt', { $add: [openAt, policy.memoryMs] }) } },
  ];
}

/** From so many failures on the delay grows no more. */
function longestAfter({ free, firstDelayMs, longestDelayMs }: ThrottlePolicy): number {
  return free + Math.max(0, Math.ceil(Math.log2(longestDelayMs / firstDelayMs)));
}

/** The delay after each number of failures, from none on. */
function delaysOf(policy: ThrottlePolicy): number[] {
  return Array.from({ length: longestAfter(policy) + 1 }, (_, failures) => delayAfter(policy, failures));
}
