import type { Connection } from 'mongoose';
import { translateFault } from './transaction.ts';

/** Gap-tolerant sequence numbers. */
export interface Counters {
  /** The next number of a sequence, starting at 1; never the same twice, also under concurrency. */
  next(sequence: string): Promise<number>;
  /** The first of the next `count` numbers in a row. */
  take(sequence: string, count: number): Promise<number>;
}

/**
 * Sequences outside transactions on purpose: a transaction that fails leaves a gap, never a duplicate, and parallel
 * openings do not conflict with each other.
 */
export function createCounters(connection: Connection): Counters {
  const counters = connection.collection<{ _id: string; value: number }>('counters');
  /** The last of them. */
  const advance = async (sequence: string, count: number): Promise<number> => {
    try {
      const row = await counters.findOneAndUpdate(
        { _id: sequence },
        { $inc: { value: count } },
        { upsert: true, returnDocument: 'after' },
      );
      if (row === null) throw new Error(`No counter ${sequence}`);
      return row.value;
    } catch (error) {
      throw translateFault(error);
    }
  };
  return {
    next: (sequence) => advance(sequence, 1),
    take: async (sequence, count) => (await advance(sequence, count)) - count + 1,
  };
}
