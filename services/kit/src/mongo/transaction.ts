import type { ClientSession, Connection } from 'mongoose';
import { platformErrors } from '../errors/index.ts';

/**
 * Runs `work` in a transaction with snapshot reads and majority, journalled writes. The driver may run `work` again
 * after a passing fault, so it must do nothing but its reads and writes. Bounded by `timeoutMs`.
 * Faults of the database come out as `UNAVAILABLE`.
 */
export async function inTransaction<Result>(
  connection: Connection,
  work: (session: ClientSession) => Promise<Result>,
  timeoutMs = 10_000,
): Promise<Result> {
  try {
    const session = await connection.startSession();
    try {
      return await session.withTransaction(() => work(session), {
        readConcern: { level: 'snapshot' },
        writeConcern: { w: 'majority', journal: true },
        readPreference: 'primary',
        timeoutMS: timeoutMs,
      });
    } finally {
      await session.endSession();
    }
  } catch (error) {
    throw translateFault(error);
  }
}

/** The options by which a repository takes part in the caller's transaction, if there is one. */
export function inSession(session: ClientSession | undefined): { session?: ClientSession } {
  return session === undefined ? {} : { session };
}

/** A fault of the database connection becomes `UNAVAILABLE`; any other error is returned as it is. */
export function translateFault(error: unknown): unknown {
  return isFault(error) ? Object.assign(platformErrors.UNAVAILABLE(), { cause: error }) : error;
}

const faultNames = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongooseServerSelectionError',
  'MongoOperationTimeoutError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'MongoWaitQueueTimeoutError',
  'MongoTopologyClosedError',
  'MongoNotConnectedError',
  'MongoConnectionPoolClearedError',
  'PoolClearedOnNetworkError',
]);
const faultCodes = new Set([6, 7, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);

function isFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (faultNames.has(error.name)) return true;
  if (error.name === 'MongooseError' && error.message.includes('buffering timed out')) return true;
  if ('code' in error && typeof error.code === 'number' && faultCodes.has(error.code)) return true;
  return 'hasErrorLabel' in error && hasLabel(error, 'TransientTransactionError') && error.name !== 'MongoServerError';
}

function hasLabel(error: Error, label: string): boolean {
  const labels: unknown = 'errorLabels' in error ? error.errorLabels : undefined;
  return Array.isArray(labels) && labels.includes(label);
}

/** Whether a write met a unique index (E11000). `index` narrows it to one index by name or key. */
export function isDuplicateKey(error: unknown, index?: string): boolean {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 11_000) return false;
  if (index === undefined) return true;
  return error.message.includes(`index: ${index}`) || ('keyPattern' in error && JSON.stringify(error.keyPattern).includes(`"${index}"`));
}

/** Whether a write met another transaction's uncommitted write (WriteConflict). */
export function isWriteConflict(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 112;
}
