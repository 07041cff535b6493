import { createHmac, timingSafeEqual } from 'node:crypto';
import type { RefreshTokens } from '../../use-cases/ports.ts';

/** `<session>.<generation>.<HMAC>`: nothing secret has to be stored, and the same generation gives the same token. */
export interface RefreshTokenForge extends RefreshTokens {
  make(sessionId: string, generation: number): string;
}

const pattern = /^([0-9a-f-]{36})\.([1-9]\d{0,9})\.([\w-]{43})$/;

export function refreshTokens(key: Buffer): RefreshTokenForge {
  const seal = (text: string): Buffer => createHmac('sha256', key).update(text).digest();
  return {
    make(sessionId, generation) {
      const text = `${sessionId}.${String(generation)}`;
      return `${text}.${seal(text).toString('base64url')}`;
    },
    read(token) {
      const [, sessionId, generation, given] = pattern.exec(token.slice(0, 200)) ?? [];
      if (sessionId === undefined || generation === undefined || given === undefined) return undefined;
      const shown = Buffer.from(given, 'base64url');
      const expected = seal(`${sessionId}.${generation}`);
      if (shown.length !== expected.length || !timingSafeEqual(shown, expected)) return undefined;
      return { sessionId, generation: Number(generation) };
    },
  };
}
