import { describe, expect, it } from '@jest/globals';
import { simulateYear } from './year.ts';

describe('four months of a small city', () => {
  it('with late holidays, outages, nobody there for days and kills at random has every date of an independent ledger, none early, twice or missing', async () => {
    const verdict = await simulateYear({ notices: 60, seed: 2028, kills: 1, until: '2028-04-30', tell: () => undefined });
    expect(verdict.examples).toEqual([]);
    expect(verdict).toMatchObject({ notices: 60, early: 0, twice: 0, missing: 0, different: 0 });
    // Of everything something happened.
    for (const [what, count] of Object.entries(verdict.totals)) expect([what, count > 0]).toEqual([what, true]);
  });
});
