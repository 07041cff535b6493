import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatNumber } from './format-number.ts';
import { parseMask } from './parse-mask.ts';
import { parseProcessNumber, readProcessNumber } from './read-number.ts';

const campinas = parseMask('PMC.{year:4}.{sequence:8}-{check:mod11-executivo-federal}');
const piracicaba = parseMask('PMP {year:4}/{sequence:6}');
const rio = parseMask('SEI-{unit:6}/{sequence:6}/{year:4}');
const nup = parseMask('{unit:5}.{sequence:6}/{year:4}-{check:mod11-executivo-federal}');
const cnj = parseMask('{sequence:7}-{check:mod97-cnj}.{year:4}.4.01.3202');
const cnmp = parseMask('19.{body:2}.{unit:4}.{sequence:7}/{year:4}-{check:mod97-cnmp}');
const oneDigit = parseMask('{year:2}.{body:2}.{sequence:9}-{check:mod11}');
const facts = { year: 2021, sequence: 35_498, bodyCode: null, unitCode: null };

describe('a process number', () => {
  it.each([
    [campinas, { year: 2021, sequence: 35_498 }, 'PMC.2021.00035498-55'],
    [campinas, { year: 2020, sequence: 45_524 }, 'PMC.2020.00045524-18'],
    [campinas, { year: 2022, sequence: 20_214 }, 'PMC.2022.00020214-15'],
    [campinas, { year: 2020, sequence: 56_837 }, 'PMC.2020.00056837-29'],
    [piracicaba, { year: 2023, sequence: 500_100 }, 'PMP 2023/500100'],
    [rio, { year: 2022, sequence: 4_651, unitCode: '120001' }, 'SEI-120001/004651/2022'],
    [nup, { year: 2020, sequence: 52_679, unitCode: '53500' }, '53500.052679/2020-08'],
    [cnj, { year: 2018, sequence: 832 }, '0000832-35.2018.4.01.3202'],
    [cnmp, { year: 2022, sequence: 3_124, bodyCode: '11', unitCode: '82' }, '19.11.0082.0003124/2022-57'],
  ])('is made as it was published: %#', (mask, change, published) => {
    const number = formatNumber(mask, { ...facts, ...change });
    expect(number.text).toBe(published);
    expect(parseProcessNumber(mask, published)).toEqual(number);
  });

  it.each([
    ['pmc 2021 00035498 55', 'PMC.2021.00035498-55'],
    ['PMC20200004552418', 'PMC.2020.00045524-18'],
    ['  PMC.2022.00020214-15 ', 'PMC.2022.00020214-15'],
    ['pmc/2020/00056837/29', 'PMC.2020.00056837-29'],
    ['PMC.2020.00056837\u201329', 'PMC.2020.00056837-29'],
  ])('is found in %s, whatever its formatting', (written, text) => {
    expect(parseProcessNumber(campinas, written)?.text).toBe(text);
  });

  it.each(['PMC.2021.35498-55', 'PMC.2021.00035498-55-1', 'PMP.2021.00035498-55', 'PMC.2021.00035498-5', '', '💥', 'PMC.2021.0003５498-55', 'PMC.2021.00035498-55💥', 'PMC.2O21.00035498-55'])(
    'of another shape is none: %s',
    (written) => {
      expect(readProcessNumber(campinas, written)).toEqual({ kind: 'other' });
    },
  );

  it('with wrong check digits is refused with those that would be right, because it is not personal', () => {
    expect(readProcessNumber(campinas, 'PMC.2021.00035498-56')).toEqual({ kind: 'wrong-check-digits', expected: '55', corrected: 'PMC.2021.00035498-55' });
    expect(readProcessNumber(nup, '00065.070646/2024-74')).toEqual({ kind: 'wrong-check-digits', expected: '85', corrected: '00065.070646/2024-85' });
    expect(readProcessNumber(cnj, '0000832-53.2018.4.01.3202')).toMatchObject({ expected: '35', corrected: '0000832-35.2018.4.01.3202' });
  });

  it('of a mask without check digits is taken as it is', () => {
    expect(parseProcessNumber(rio, 'sei 120001 004651 2022')?.text).toBe('SEI-120001/004651/2022');
    expect(parseProcessNumber(piracicaba, 'PMP 2023/500100')?.text).toBe('PMP 2023/500100');
  });

  const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${String(length)}}$`));
  const numbers = fc
    .record({ year: fc.integer({ min: 1900, max: 9999 }), sequence: fc.integer({ min: 1, max: 999_999 }), bodyCode: digits(2), unitCode: digits(4) })
    .chain((numberFacts) => fc.constantFrom(campinas, piracicaba, rio, nup, cnj, cnmp, oneDigit).map((mask) => ({ mask, number: formatNumber(mask, numberFacts) })));

  it('is read back whatever the mask wrote, in any formatting and case, as the same number', () => {
    const separators = fc.array(fc.constantFrom('', '', '.', '-', '/', ' ', ' - ', '\u2013', '\u00a0', '_'), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(numbers, separators, fc.boolean(), ({ mask, number }, between, lower) => {
        const written = [...number.key].map((character, index) => `${between[index] ?? ''}${character}`).join('');
        expect(parseProcessNumber(mask, lower ? written.toLowerCase() : written)).toEqual(number);
        expect(parseProcessNumber(mask, number.text)).toEqual(number);
      }),
    );
  });

  it('with mod 97 is never taken for another with one character changed', () => {
    const modulo97 = numbers.filter(({ mask }) => mask === cnj || mask === cnmp);
    fc.assert(
      fc.property(modulo97, fc.nat(), fc.constantFrom(...'0123456789ABCXYZ'), ({ mask, number: { key } }, place, character) => {
        const index = place % key.length;
        fc.pre(key[index] !== character);
        expect(readProcessNumber(mask, `${key.slice(0, index)}${character}${key.slice(index + 1)}`).kind).not.toBe('fits');
      }),
      { numRuns: 2_000 },
    );
  });

  it('never loses a digit: a sequence or code that does not fit is refused', () => {
    expect(() => formatNumber(piracicaba, { ...facts, sequence: 1_000_000 })).toThrow('não cabe em {sequence:6}');
    expect(() => formatNumber(rio, facts)).toThrow('{unit:6}');
    expect(() => formatNumber(rio, { ...facts, unitCode: '12A' })).toThrow('{unit:6}');
    expect(() => formatNumber(rio, { ...facts, unitCode: '1234567' })).toThrow('não cabe em {unit:6}');
  });
});
