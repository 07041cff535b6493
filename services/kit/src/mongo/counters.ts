import type { Connection } from 'mongoose';
import { translateFault } from './transaction.ts';

/** Gap-tolerant sequence numbers. */
export interface Counters {
  /** The next number of a sequence, starting at 1; never the same twice, also under concurrency. */
  next(sequence: string): Promise<number>;
}

/**
 * Sequences outside transactions on purpose: a transaction that fails leaves a gap, never a duplicate, and parallel
 * openings do not conflict with each other.
 */
export function createCounters(connection: Connection): Counters {
  const counters = connection.collection<{ _id: string; value: number }>('counters');
  return {
    async next(sequence) {
      try {
        const row = await counters.findOneAndUpdate(
          { _id: sequence },
          { $inc: { value: 1 } },
          { upsert: true, returnDocument: 'after' },
        );
        if (row === null) throw new Error(`No counter ${sequence}`);
        return row.value;
      } catch (error) {
        throw translateFault(error);
      }
    },
  };
}
