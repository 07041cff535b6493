import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { refreshTokens } from './refresh-tokens.ts';

const forge = refreshTokens(randomBytes(32));
const sessionId = '019a0000-0000-7000-8000-000000000001';

describe('a refresh token', () => {
  it('is the same for the same session and generation, and is read back', () => {
    const token = forge.make(sessionId, 7);
    expect(forge.make(sessionId, 7)).toBe(token);
    expect(forge.read(token)).toEqual({ sessionId, generation: 7 });
  });

  it('is worth nothing when any character of it is changed, or under another key', () => {
    const token = forge.make(sessionId, 7);
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'0123456789abcdefghijABCDEFGHIJ._-'), (position, character) => {
        fc.pre(token[position] !== character);
        const changed = `${token.slice(0, position)}${character}${token.slice(position + 1)}`;
        const read = forge.read(changed);
        // The last character of base64url holds two unused bits: what decodes to the same seal is the same token.
        return read === undefined || (position === token.length - 1 && read.generation === 7);
      }),
    );
    expect(refreshTokens(randomBytes(32)).read(token)).toBeUndefined();
  });

  it('is not read from any other text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => forge.read(text) === undefined));
  });
});
