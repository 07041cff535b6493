import { createAttempts } from '@guiche/kit/throttle';
import type { AttemptKey, ThrottlePolicy } from '@guiche/kit/throttle';
import type { Connection } from 'mongoose';
import { accountFromAddress, accountFromAnywhere, anyAccountFromAddress, mailsToAddress } from '../../domain/throttle.ts';
import type { LoginAttempt, Throttle } from '../../use-cases/ports.ts';

const knownAddressMs = 30 * 24 * 60 * 60_000;

/** Counts by account and address. */
export function mongoThrottle(connection: Connection, secret: Buffer): Throttle {
  const attempts = createAttempts(connection, secret);

  const keysOf = ({ account, address }: LoginAttempt) => ({
    pair: ['account-from-address', account, address] satisfies AttemptKey,
    address: ['address', address] satisfies AttemptKey,
    account: ['account', account] satisfies AttemptKey,
    known: ['known-address', account, address] satisfies AttemptKey,
  });

  return {
    async beginLogin(attempt) {
      const keys = keysOf(attempt);
      const { now } = attempt;
      const known = await attempts.isMarked(keys.known, now);
      const limits: [AttemptKey, ThrottlePolicy][] = [
        [keys.pair, accountFromAddress],
        [keys.address, anyAccountFromAddress],
        ...(known ? [] : [[keys.account, accountFromAnywhere] satisfies [AttemptKey, ThrottlePolicy]]),
      ];
      for (const [key, policy] of limits) {
        const waitMs = await attempts.count(key, policy, now);
        if (waitMs > 0) return Math.ceil(waitMs / 1000);
      }
      return 0;
    },

    async succeeded(attempt) {
      const { now } = attempt;
      const keys = keysOf(attempt);
      await attempts.forget([keys.pair, keys.account]);
      await attempts.takeBack(keys.address, now);
      await attempts.mark(keys.known, now, new Date(now.getTime() + knownAddressMs));
    },

    mayMail: async (email, now) => (await attempts.count(['mail', email.toLowerCase()], mailsToAddress, now)) === 0,
  };
}
