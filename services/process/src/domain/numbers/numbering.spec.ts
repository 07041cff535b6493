import { describe, expect, it } from '@jest/globals';
import { documentNumber, exampleNumber, numberOf, sequenceName } from './numbering.ts';
import type { Numbering } from './numbering.ts';

const rio: Numbering = {
  municipalityId: 'rio',
  mask: 'SEI-{unit:6}/{sequence:6}/{year:4}',
  sequencePer: 'UNIT',
  bodyCode: null,
  unitCodes: [{ unitId: 'saude', code: '120001' }, { unitId: 'obras', code: '70002' }],
};

describe('a numbering', () => {
  it('puts the code of the unit into the number, and counts per unit and year', () => {
    expect(numberOf(rio, { year: 2022, sequence: 4_651, unitId: 'saude' }).text).toBe('SEI-120001/004651/2022');
    expect(numberOf(rio, { year: 2022, sequence: 1, unitId: 'obras' }).text).toBe('SEI-070002/000001/2022');
    expect(sequenceName(rio, { year: 2022, unitId: 'saude' })).not.toBe(sequenceName(rio, { year: 2022, unitId: 'obras' }));
    expect(sequenceName(rio, { year: 2022, unitId: 'saude' })).not.toBe(sequenceName(rio, { year: 2023, unitId: 'saude' }));
    const body: Numbering = { ...rio, sequencePer: 'BODY' };
    expect(sequenceName(body, { year: 2022, unitId: 'saude' })).toBe(sequenceName(body, { year: 2022, unitId: 'obras' }));
  });

  it('is proved with every unit when it is set', () => {
    expect(exampleNumber(rio, 2026)).toBe('SEI-120001/000001/2026');
    const codes = (code: string): Numbering => ({ ...rio, unitCodes: [...rio.unitCodes, { unitId: 'x', code }] });
    expect(() => exampleNumber(codes('12A'), 2026)).toThrow(expect.objectContaining({ code: 'NUMBER_CODE_MISSING' }));
    expect(() => exampleNumber(codes('1234567'), 2026)).toThrow(expect.objectContaining({ code: 'NUMBER_MASK_EXHAUSTED' }));
    expect(() => exampleNumber({ ...rio, unitCodes: [] }, 2026)).toThrow(expect.objectContaining({ code: 'NUMBER_CODE_MISSING' }));
  });

  it('numbers documents with seven digits or more', () => {
    expect([1, 4_007_094, 12_345_678].map(documentNumber)).toEqual(['0000001', '4007094', '12345678']);
  });
});
