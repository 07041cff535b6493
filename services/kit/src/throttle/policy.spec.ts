import { describe, expect, it } from '@jest/globals';
import { delayAfter } from './policy.ts';

describe('throttling', () => {
  it('lets the first failures pass, then doubles the wait up to its longest', () => {
    const policy = { free: 5, firstDelayMs: 1_000, longestDelayMs: 900_000, memoryMs: 3_600_000 };
    const waits = [1, 4, 5, 6, 7, 8, 14, 15, 1_000].map((failures) => delayAfter(policy, failures) / 1000);
    expect(waits).toEqual([0, 0, 1, 2, 4, 8, 512, 900, 900]);
  });
});
