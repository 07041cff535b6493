import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { backOff } from './back-off.ts';

describe('backOff', () => {
  it('doubles from the first wait and stops at the longest', () => {
    const wait = backOff({ firstMs: 1_000, maximumMs: 10_000, random: () => 0 });
    expect([1, 2, 3, 4, 5, 60].map(wait)).toEqual([1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
  });

  it('spreads rows by at most a fifth and never waits less than that', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempts, random) => {
        const whole = backOff({ random: () => 0 })(attempts);
        const spread = backOff({ random: () => random })(attempts);
        expect(spread).toBeLessThanOrEqual(whole);
        expect(spread).toBeGreaterThanOrEqual(Math.floor(whole * 0.8));
      }),
    );
  });
});
