import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { signPath, verifyPath } from './signed-path.ts';
import type { PathVerdict } from './signed-path.ts';

const key = randomBytes(32);
const now = new Date('2026-03-02T12:00:00Z');
const link = { path: '/files/7', method: 'GET' as const, audience: 'person:ana', expiresAt: new Date('2026-03-02T12:10:00Z') };

describe('a signed path', () => {
  it('is valid for its path and method until its last second, and tells the audience', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), fc.integer({ min: 1, max: 1_000_000 }), (audience, seconds) => {
        const expiresAt = new Date(now.getTime() + seconds * 1000);
        const signed = signPath(key, { ...link, audience, expiresAt });
        expect(judge(signed)).toEqual({ state: 'valid', audience, expiresAt });
        expect(judge(signed, { now: expiresAt })).toEqual({ state: 'expired' });
      }),
    );
  });

  it('is invalid with any character changed, for another path, method or key', () => {
    const signed = signPath(key, link);
    const invalid = { state: 'invalid' };
    fc.assert(
      fc.property(fc.integer({ min: '/files/7?'.length, max: signed.length - 2 }), (index) => {
        const changed = signed[index] === 'x' ? 'y' : 'x';
        const verdict = judge(signed.slice(0, index) + changed + signed.slice(index + 1));
        expect(verdict).toEqual(invalid);
      }),
    );
    expect(judge(signed, { path: '/files/8' })).toEqual(invalid);
    expect(judge(signed, { method: 'PUT' })).toEqual(invalid);
    expect(judge(signed, { key: randomBytes(32) })).toEqual(invalid);
    expect(judge(`${signed}&aud=person:eve`)).toEqual(invalid);
    expect(judge('/files/7')).toEqual(invalid);
    expect(judge('/files/7?aud=a&exp=99999999999&sig=')).toEqual(invalid);
  });

  it('does not let one part flow into the next', () => {
    const one = signPath(key, { ...link, path: '/files/7', audience: '8' });
    expect(judge(one.replace('aud=8', 'aud='), { path: '/files/78' })).toEqual({ state: 'invalid' });
  });
});

function judge(signed: string, changed: { path?: string; method?: 'GET' | 'PUT'; key?: Buffer; now?: Date } = {}): PathVerdict {
  const { pathname, searchParams } = new URL(signed, 'http://x');
  return verifyPath(changed.key ?? key, {
    method: changed.method ?? 'GET',
    path: changed.path ?? pathname,
    query: searchParams,
    now: changed.now ?? now,
  });
}
