import { createAttempts } from '@guiche/kit/throttle';
import type { ThrottlePolicy } from '@guiche/kit/throttle';
import type { Connection } from 'mongoose';
import type { AccessAttempts } from '../../../use-cases/access/ports.ts';

/** Each request mails a code: after three in an hour the next ones wait a minute, then twice as long, up to an hour. */
const codesOfOneLink: ThrottlePolicy = { free: 3, firstDelayMs: 60_000, longestDelayMs: 60 * 60_000, memoryMs: 60 * 60_000 };
/** Many people may share an address. */
const requestsOfOneAddress: ThrottlePolicy = { free: 30, firstDelayMs: 1_000, longestDelayMs: 60_000, memoryMs: 60 * 60_000 };

export function createAccessAttempts(connection: Connection, secret: Buffer): AccessAttempts {
  const attempts = createAttempts(connection, secret);
  const inSeconds = (waitMs: number): number => Math.ceil(waitMs / 1000);
  return {
    async beginRequest(grantId, address, now) {
      const wait = await attempts.count(['access-request-address', address], requestsOfOneAddress, now);
      return inSeconds(wait > 0 ? wait : await attempts.count(['access-request', grantId], codesOfOneLink, now));
    },
    beginOpening: async (address, now) => inSeconds(await attempts.count(['access-opening', address], requestsOfOneAddress, now)),
    opened: (address, now) => attempts.takeBack(['access-opening', address], now),
  };
}
