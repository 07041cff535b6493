import { describe, expect, it } from '@jest/globals';
import { documentNumber, numberOf, numberingFor, sequenceName, setNumbering } from './numbering.ts';
import type { Numbering } from './numbering.ts';

const rio: Numbering = {
  municipalityId: 'rio',
  body: null,
  mask: 'SEI-{unit:6}/{sequence:6}/{year:4}',
  sequencePer: 'UNIT',
  bodyCode: null,
  unitCodes: [{ unitId: 'saude', code: '120001' }, { unitId: 'obras', code: '70002' }],
  formerMasks: [],
};

describe('a numbering', () => {
  it('puts the code of the unit into the number, and counts per unit and year', () => {
    expect(numberOf(rio, { year: 2022, sequence: 4_651, unitId: 'saude' }).text).toBe('SEI-120001/004651/2022');
    expect(numberOf(rio, { year: 2022, sequence: 1, unitId: 'obras' }).text).toBe('SEI-070002/000001/2022');
    const names = [rio, { ...rio, municipalityId: 'niteroi' }].flatMap((numbering) =>
      [2022, 2023].flatMap((year) => ['saude', 'obras'].map((unitId) => sequenceName(numbering, { year, unitId }))),
    );
    expect(new Set(names).size).toBe(8);
  });

  it('counts per body and year, each body with a numbering of its own apart', () => {
    const names = [null, 'SEMAE', 'IPASP'].flatMap((body) =>
      [2022, 2023].flatMap((year) => ['saude', 'obras'].map((unitId) => sequenceName({ ...rio, body, sequencePer: 'BODY' }, { year, unitId }))),
    );
    expect(new Set(names).size).toBe(6);
  });

  it('is that of the body, or else of the municipality', () => {
    const semae = { ...rio, body: 'SEMAE' };
    expect(numberingFor([rio, semae], 'SEMAE')).toBe(semae);
    expect(numberingFor([semae, rio], 'IPASP')).toBe(rio);
    expect(numberingFor([semae, rio], null)).toBe(rio);
    expect(numberingFor([semae], 'IPASP')).toBeUndefined();
  });

  it('keeps the masks it had, once each, because their numbers stand', () => {
    const masks = ['A', 'B', 'A', 'C', 'C'];
    const numbering = masks.reduce<Numbering | undefined>((before, mask) => setNumbering(before, { ...rio, mask }), undefined);
    expect([numbering?.mask, numbering?.formerMasks]).toEqual(['C', ['B', 'A']]);
  });

  it('numbers documents with seven digits or more', () => {
    expect([1, 4_007_094, 12_345_678].map(documentNumber)).toEqual(['0000001', '4007094', '12345678']);
  });
});
