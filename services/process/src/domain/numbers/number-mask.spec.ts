import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatNumber, parseMask, parseProcessNumber } from './number-mask.ts';

const campinas = parseMask('PMC.{year:4}.{sequence:8}-{check:mod11-executivo-federal}');
const piracicaba = parseMask('PMP {year:4}/{sequence:6}');
const rio = parseMask('SEI-{unit:6}/{sequence:6}/{year:4}');
const nup = parseMask('{unit:5}.{sequence:6}/{year:4}-{check:mod11-executivo-federal}');
const facts = { year: 2021, sequence: 35_498, bodyCode: null, unitCode: null };

describe('a number mask', () => {
  it('makes the published numbers (scenario 14)', () => {
    expect(formatNumber(campinas, facts)).toEqual({ text: 'PMC.2021.00035498-55', key: 'PMC20210003549855' });
    expect(formatNumber(piracicaba, { ...facts, year: 2023, sequence: 500_100 }).text).toBe('PMP 2023/500100');
    expect(formatNumber(rio, { ...facts, year: 2022, sequence: 4_651, unitCode: '120001' }).text).toBe('SEI-120001/004651/2022');
    expect(formatNumber(nup, { ...facts, year: 2020, sequence: 52_679, unitCode: '53500' }).text).toBe('53500.052679/2020-08');
  });

  it.each([
    ['pmc 2021 00035498 55', 'PMC.2021.00035498-55'],
    ['PMC20200004552418', 'PMC.2020.00045524-18'],
    ['  PMC.2022.00020214-15 ', 'PMC.2022.00020214-15'],
    ['pmc/2020/00056837/29', 'PMC.2020.00056837-29'],
  ])('finds the number in %s, whatever its formatting', (written, text) => {
    expect(parseProcessNumber(campinas, written)?.text).toBe(text);
  });

  it.each(['PMC.2021.00035498-56', 'PMC.2021.35498-55', 'PMC.2021.00035498-55-1', 'PMP.2021.00035498-55', '', '💥', 'PMC.2021.0003５498-55'])(
    'refuses %s',
    (written) => {
      expect(parseProcessNumber(campinas, written)).toBeUndefined();
    },
  );

  it('accepts numbers of masks without check digits as they are', () => {
    expect(parseProcessNumber(rio, 'sei 120001 004651 2022')?.text).toBe('SEI-120001/004651/2022');
    expect(parseProcessNumber(piracicaba, 'PMP 2023/500100')?.text).toBe('PMP 2023/500100');
    expect(parseProcessNumber(nup, '53500.052679/2020-09')).toBeUndefined();
  });

  it('reads back whatever it wrote', () => {
    const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${String(length)}}$`));
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 9999 }), fc.integer({ min: 1, max: 999_999 }), digits(5), (year, sequence, unitCode) => {
        const number = formatNumber(nup, { year, sequence, bodyCode: null, unitCode });
        expect(parseProcessNumber(nup, number.text.toLowerCase().replace(/\W/g, ' '))).toEqual(number);
      }),
    );
  });

  it.each([
    ['', 'sequence'],
    ['PMC.{year:4}', 'sequence'],
    ['PMC.{sequence:8}', 'year'],
    ['{year:3}{sequence:8}', 'dígitos'],
    ['{year:4}{sequence:4}', 'dígitos'],
    ['{year:4}{sequence:8}{sequence:8}', 'sequence'],
    ['{year:4}{sequence:8}{check:mod12}', 'conhecido'],
    ['{year:4}{sequence:8}{__proto__:2}', 'conhecido'],
    ['{year:4}{sequence:8}{check:toString}', 'conhecido'],
    ['{year:4}{sequence:8', 'conhecido'],
    ['ação {year:4}{sequence:8}', 'conhecido'],
    [`${'A'.repeat(120)}{year:4}{sequence:8}`, 'caracteres'],
  ])('is refused when it is set: %s', (text, problem) => {
    expect(() => parseMask(text)).toThrow(problem);
  });

  it('never drops a digit: a sequence that does not fit is refused', () => {
    expect(() => formatNumber(piracicaba, { ...facts, sequence: 1_000_000 })).toThrow('não cabe');
    expect(() => formatNumber(rio, facts)).toThrow('código');
  });
});
