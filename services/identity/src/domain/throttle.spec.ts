import { describe, expect, it } from '@jest/globals';
import { delayAfter } from '@guiche/kit/throttle';
import { accountFromAnywhere } from './throttle.ts';

describe('throttling', () => {
  it('never closes an account to everybody for more than a minute', () => {
    expect(delayAfter(accountFromAnywhere, 1_000_000)).toBe(60_000);
  });
});
