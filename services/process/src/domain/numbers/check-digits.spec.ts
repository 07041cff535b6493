import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkDigits } from './check-digits.ts';
import type { CheckKind } from './check-digits.ts';

/** A number, one position in it and another digit for that position. */
const spoiled = (length: number) =>
  fc.tuple(
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }),
    fc.integer({ min: 0, max: length - 1 }),
    fc.integer({ min: 1, max: 9 }),
  );

function caught(kind: CheckKind, digits: readonly number[], position: number, step: number): boolean {
  const wrong = digits.map((digit, index) => (index === position ? (digit + step) % 10 : digit));
  return checkDigits(kind, digits.join('')) !== checkDigits(kind, wrong.join(''));
}

describe('mod11-executivo-federal', () => {
  it.each([
    ['PMC.2021.00035498', '55'],
    ['PMC.2020.00045524', '18'],
    ['PMC.2022.00020214', '15'],
    ['PMC.2020.00056837', '29'],
    ['53500.052679/2020', '08'],
    ['60041.001093/2020', '97'],
    ['99990.000001/2019', '24'],
  ])('gives the published digits of %s', (number, published) => {
    expect(checkDigits('mod11-executivo-federal', number.replace(/\D/g, ''))).toBe(published);
  });

  // Ten and eleven are folded onto 0 and 1, so these weights can miss a small step; the algorithm promises no more.
  const blindWeights = new Set([5, 10, 0]);

  it('catches every single wrong digit, but for the weights where its folding is blind', () => {
    fc.assert(
      fc.property(spoiled(15), ([digits, position, step]) => {
        const weight = 2 + digits.length - 1 - position;
        fc.pre(!blindWeights.has(weight % 11));
        return caught('mod11-executivo-federal', digits, position, step);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('mod97', () => {
  it('gives the published digits of a number of the CNJ', () => {
    expect(checkDigits('mod97', '0000832' + '2018' + '4' + '01' + '3202')).toBe('35');
  });

  it('catches every single wrong digit', () => {
    fc.assert(
      fc.property(spoiled(18), ([digits, position, step]) => caught('mod97', digits, position, step)),
      { numRuns: 5_000 },
    );
  });
});

describe('mod11', () => {
  it('is one digit, with 10 and 11 folded onto 0', () => {
    expect(checkDigits('mod11', '12345678')).toBe('9');
    fc.assert(fc.property(fc.stringMatching(/^\d{5,20}$/), (base) => /^\d$/.test(checkDigits('mod11', base))));
  });
});
