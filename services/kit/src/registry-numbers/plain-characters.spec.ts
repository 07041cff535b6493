import { describe, expect, it } from '@jest/globals';
import { plainCharacters } from './plain-characters.ts';

describe('the plain characters of a number', () => {
  it.each([
    ['pmc 2021 00035498 55', 'PMC20210003549855'],
    ['PMC.2021.00035498-55', 'PMC20210003549855'],
    [' \tPMC/2021_00035498\u201155\u00a0', 'PMC20210003549855'],
    ['1\u20132\u20143\u22124', '1234'],
    ['', ''],
  ])('of %j are %j', (text, characters) => {
    expect(plainCharacters(text)).toBe(characters);
  });

  it.each(['PMC.2021.0003５498-55', 'ß', 'ı', 'ﬁ', 'ção', '💥', '12,5', '1\u00002', '"12"', '1'.repeat(129), ' '.repeat(1_000_000)])(
    'drop nothing to make a number fit: %#',
    (text) => {
      expect(plainCharacters(text)).toBeUndefined();
    },
  );
});
