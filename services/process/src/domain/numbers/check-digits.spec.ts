import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkDigits } from './check-digits.ts';
import type { CheckKind } from './check-digits.ts';

/** A number, one place in it and another digit for that place. */
const spoiled = (length: number) =>
  fc.tuple(fc.stringMatching(new RegExp(`^\\d{${String(length)}}$`)), fc.integer({ min: 0, max: length - 1 }), fc.integer({ min: 0, max: 9 }));

function caught(kind: CheckKind, digits: string, place: number, digit: number): boolean {
  const wrong = `${digits.slice(0, place)}${String(digit)}${digits.slice(place + 1)}`;
  return checkDigits(kind, digits) !== checkDigits(kind, wrong);
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

  it('catches every single wrong digit, but at the weights 5, 10, 11 and 16, where its folding can hide it', () => {
    const folds: Readonly<Record<number, readonly number[]>> = { 5: [2, 9], 10: [1], 11: [1], 16: [2, 9] };
    fc.assert(
      fc.property(spoiled(15), ([digits, place, digit]) => {
        const difference = Math.abs(Number(digits[place]) - digit);
        fc.pre(difference !== 0 && !(folds[16 - place] ?? []).includes(difference));
        return caught('mod11-executivo-federal', digits, place, digit);
      }),
      { numRuns: 5_000 },
    );
  });

  it('can miss one there: the algorithm promises no more', () => {
    expect(checkDigits('mod11-executivo-federal', '675233543322763')).toBe(checkDigits('mod11-executivo-federal', '675233443322763'));
  });
});

describe('mod97', () => {
  it.each([
    // Resolução CNJ 65/2008, NNNNNNN-DD.AAAA.J.TR.OOOO: published numbers of courts.
    ['mod97-cnj', '0000832.2018.4.01.3202', '35'],
    ['mod97-cnj', '1024981.2022.4.01.3600', '09'],
    ['mod97-cnj', '0002080.2012.5.15.0049', '25'],
    ['mod97-cnj', '0058967.2016.8.19.0000', '77'],
    // Resolução CNMP 168/2017, TU.MP.OOOO.NNNNNNN/AAAA-DV: MPES, Resolução CSMP 3/2022.
    ['mod97-cnmp', '19.11.0082.0003124/2022', '57'],
    // Portaria Interministerial 2.321/2014: never in force, so that no published number is known; computed by its formula.
    ['mod97-federal', '0000001.00000001/2015', '84'],
  ] as const)('%s gives %s its digits', (kind, number, digits) => {
    expect(checkDigits(kind, number.replace(/\D/g, ''))).toBe(digits);
  });

  it('makes a number of ISO 7064 MOD 97-10: with its digits at the end, the remainder is 1', () => {
    fc.assert(fc.property(fc.stringMatching(/^\d{5,40}$/), (base) => BigInt(`${base}${checkDigits('mod97', base)}`) % 97n === 1n));
  });

  it('catches every single wrong digit', () => {
    fc.assert(
      fc.property(spoiled(19), ([digits, place, digit]) => {
        fc.pre(Number(digits[place]) !== digit);
        return caught('mod97', digits, place, digit);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('mod11', () => {
  it('is one digit, with 10 and 11 folded onto 0', () => {
    expect(checkDigits('mod11', '12345678')).toBe('9');
    fc.assert(fc.property(fc.stringMatching(/^\d{5,20}$/), (base) => /^\d$/.test(checkDigits('mod11', base))));
  });

  it('catches every single wrong digit, unless both numbers have the digit 0', () => {
    fc.assert(
      fc.property(spoiled(14), ([digits, place, digit]) => {
        fc.pre(Number(digits[place]) !== digit && checkDigits('mod11', digits) !== '0');
        return caught('mod11', digits, place, digit);
      }),
      { numRuns: 5_000 },
    );
  });
});
