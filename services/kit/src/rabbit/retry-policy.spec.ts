import { describe, expect, it } from '@jest/globals';
import { platformErrors } from '../errors/index.ts';
import { codeOf, decideFailure, deferralTier } from './retry-policy.ts';
import { retryTiers } from './topology.ts';

describe('decideFailure', () => {
  it.each([platformErrors.UNAVAILABLE(), platformErrors.TOO_MANY_REQUESTS(), new Error('a bug'), 'not even an error'])(
    'tries again what may pass (%s)',
    (error) => {
      expect(decideFailure(error, 0)).toEqual({ action: 'retry', tier: '1s', attempt: 1 });
    },
  );

  it('parks a refusal at once, under its code', () => {
    expect(decideFailure(platformErrors.FORBIDDEN(), 0)).toEqual({ action: 'park', reason: 'refused', code: 'FORBIDDEN' });
  });

  it('gives up after ten attempts over about forty minutes', () => {
    let waitedMs = 0;
    let attempt = 0;
    for (;;) {
      const decision = decideFailure(new Error('down'), attempt);
      if (decision.action === 'park') {
        expect(decision).toEqual({ action: 'park', reason: 'exhausted', code: 'Error' });
        break;
      }
      waitedMs += retryTiers[decision.tier];
      attempt = decision.attempt;
    }
    expect(attempt + 1).toBe(10);
    expect(waitedMs / 60_000).toBeGreaterThan(35);
    expect(waitedMs / 60_000).toBeLessThan(45);
  });
});

describe('deferralTier', () => {
  it('waits longer the longer a gap stays open, and gives up after about a day', () => {
    let waitedMs = 0;
    let laps = 0;
    for (let tier = deferralTier(0); tier !== undefined; tier = deferralTier(laps)) {
      waitedMs += retryTiers[tier];
      laps += 1;
    }
    expect(deferralTier(0)).toBe('1s');
    expect(waitedMs / 3_600_000).toBeGreaterThan(20);
    expect(waitedMs / 3_600_000).toBeLessThan(30);
  });
});

describe('codeOf', () => {
  it('names an error without its text, which may hold personal data', () => {
    expect(codeOf(new TypeError('CPF 123 is wrong'))).toBe('TypeError');
  });
});
