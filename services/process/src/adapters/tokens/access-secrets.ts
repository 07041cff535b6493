import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import type { AccessSecrets } from '../../use-cases/access/ports.ts';

/**
 * Links and sessions say which grant they are for and carry a keyed hash over it, so that none of them is stored: what
 * a grant opens is judged by the grant itself at every reading. `secret` keys the hashes.
 */
export function createAccessSecrets(secret: Buffer): AccessSecrets {
  const seal = (purpose: string, ...parts: readonly string[]): string =>
    createHmac('sha256', secret).update(JSON.stringify([purpose, ...parts])).digest('base64url');

  /** The parts in front of the seal, when it is over them. */
  const opened = (purpose: string, token: string, count: number): string[] | undefined => {
    if (token.length > longestToken) return undefined;
    const parts = token.split('.');
    const given = parts.pop() ?? '';
    if (parts.length !== count) return undefined;
    return isSame(given, seal(purpose, ...parts)) ? parts : undefined;
  };

  return {
    linkOf: (grantId) => `${grantId}.${seal('link', grantId)}`,
    grantOf: (link) => opened('link', link, 1)?.[0],
    newCode: () => String(randomInt(1_000_000)).padStart(6, '0'),
    hashOf: (grantId, code) => seal('code', grantId, code),
    sessionOf({ grantId, expiresAt }) {
      const until = String(expiresAt.getTime());
      return `${grantId}.${until}.${seal('session', grantId, until)}`;
    },
    readSession(token) {
      const [grantId, until] = opened('session', token, 2) ?? [];
      return grantId === undefined || until === undefined ? undefined : { grantId, expiresAt: new Date(Number(until)) };
    },
  };
}

const longestToken = 256;

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
