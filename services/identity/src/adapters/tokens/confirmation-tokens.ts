import { createHash, randomBytes } from 'node:crypto';
import type { ConfirmationTokens } from '../../use-cases/ports.ts';

/** 256 random bits; a plain hash is enough to store, because nobody can guess what it was made from. */
export function confirmationTokens(): ConfirmationTokens {
  const hashOf = (token: string): string => createHash('sha256').update(token.slice(0, 200)).digest('base64url');
  return {
    create() {
      const token = randomBytes(32).toString('base64url');
      return { token, tokenHash: hashOf(token) };
    },
    hashOf,
  };
}
