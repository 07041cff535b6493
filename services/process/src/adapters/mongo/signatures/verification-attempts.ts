import { createAttempts } from '@guiche/kit/throttle';
import type { AttemptKey, ThrottlePolicy } from '@guiche/kit/throttle';
import type { Connection } from 'mongoose';
import type { VerificationAttempts } from '../../../use-cases/signatures/ports.ts';

/** Many people may share an address, and a code of 128 bits is not guessed: nobody waits longer than a minute. */
const wrongCodes: ThrottlePolicy = { free: 30, firstDelayMs: 1_000, longestDelayMs: 60_000, memoryMs: 60 * 60_000 };

export function createVerificationAttempts(connection: Connection, secret: Buffer): VerificationAttempts {
  const attempts = createAttempts(connection, secret);
  const keyOf = (address: string): AttemptKey => ['verification-code', address];
  return {
    begin: async (address, now) => Math.ceil((await attempts.count(keyOf(address), wrongCodes, now)) / 1000),
    succeeded: (address, now) => attempts.takeBack(keyOf(address), now),
  };
}
