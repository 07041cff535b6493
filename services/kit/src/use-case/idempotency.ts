import { createHmac } from 'node:crypto';
import type { ClientSession, Connection } from 'mongoose';
import { platformErrors } from '../errors/index.ts';
import { isDuplicateKey, isWriteConflict, translateFault } from '../mongo/transaction.ts';

/** One idempotent request: who asked for what with which key and which body. */
export interface IdempotencyRef {
  readonly id: string;
  readonly requestHash: string;
}

interface IdempotencyRow {
  _id: string;
  requestHash: string;
  result?: unknown;
  createdAt: Date;
}

export type Replay = { readonly found: false } | { readonly found: true; readonly result: unknown };

/** Keys and results, stored in the transaction of the state they belong to (api.md). */
export interface IdempotencyStore {
  reference(options: { actorKey: string; useCase: string; key: string; body: unknown }): IdempotencyRef;
  /** The stored result, or nothing yet. Throws `IDEMPOTENCY_KEY_REUSED` for another body. */
  find(ref: IdempotencyRef): Promise<Replay>;
  /** First write of the transaction. Throws `AlreadyDone` or `IDEMPOTENCY_KEY_IN_USE`. */
  claim(session: ClientSession, ref: IdempotencyRef, now: Date): Promise<void>;
  /** Last write of the transaction. */
  keep(session: ClientSession, ref: IdempotencyRef, result: unknown): Promise<void>;
  ensureIndexes(): Promise<void>;
}

/** The transaction met a key that another one has finished: its stored result is the answer. */
export class AlreadyDone extends Error {
  override readonly name = 'AlreadyDone';
}

const keyPattern = /^[A-Za-z0-9_.:-]{8,128}$/;
const keptSeconds = 24 * 60 * 60;

/** `secret` keys the hashes, so that stored rows tell nothing about passwords in the bodies. */
export function createIdempotencyStore(connection: Connection, secret: Buffer): IdempotencyStore {
  const rows = connection.collection<IdempotencyRow>('idempotency');
  const hash = (value: string): string => createHmac('sha256', secret).update(value).digest('base64url');

  return {
    reference({ actorKey, useCase, key, body }) {
      if (!keyPattern.test(key)) throw platformErrors.INVALID_IDEMPOTENCY_KEY();
      return { id: hash(`${actorKey}\n${useCase}\n${key}`), requestHash: hash(canonical(body)) };
    },

    async find(ref) {
      try {
        const row = await rows.findOne({ _id: ref.id });
        if (row === null) return { found: false };
        if (row.requestHash !== ref.requestHash) throw platformErrors.IDEMPOTENCY_KEY_REUSED();
        return { found: true, result: row.result };
      } catch (error) {
        throw translateFault(error);
      }
    },

    async claim(session, ref, now) {
      try {
        await rows.insertOne({ _id: ref.id, requestHash: ref.requestHash, createdAt: now }, { session });
      } catch (error) {
        if (isDuplicateKey(error)) throw new AlreadyDone();
        if (isWriteConflict(error)) throw platformErrors.IDEMPOTENCY_KEY_IN_USE({ retryAfterMs: 500 });
        throw error;
      }
    },

    async keep(session, ref, result) {
      await rows.updateOne({ _id: ref.id }, { $set: { result } }, { session });
    },

    async ensureIndexes() {
      await rows.createIndex({ createdAt: 1 }, { expireAfterSeconds: keptSeconds });
    },
  };
}

/** JSON with sorted keys and without `idempotencyKey`, so that the order of fields does not matter. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) => {
    if (key === 'idempotencyKey') return undefined;
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)));
  });
}
