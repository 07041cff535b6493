import { describe, expect, it } from '@jest/globals';
import { accountFromAddress, accountFromAnywhere, delayAfter } from './throttle.ts';

describe('throttling', () => {
  it('lets the first failures pass, then doubles the wait up to its longest', () => {
    const waits = [1, 4, 5, 6, 7, 8, 14, 15, 1_000].map((failures) => delayAfter(accountFromAddress, failures) / 1000);
    expect(waits).toEqual([0, 0, 1, 2, 4, 8, 512, 900, 900]);
  });

  it('never closes an account to everybody for more than a minute', () => {
    expect(delayAfter(accountFromAnywhere, 1_000_000)).toBe(60_000);
  });
});
