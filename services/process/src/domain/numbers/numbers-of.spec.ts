import { describe, expect, it } from '@jest/globals';
import { numberKeysOf } from './numbers-of.ts';

const numbering = { municipalityId: 'piracicaba', body: null, mask: 'PMP {year:4}/{sequence:6}', sequencePer: 'BODY', bodyCode: null, unitCodes: [], formerMasks: [] } as const;

describe('the numbers that body, year and number may stand for (PS-05)', () => {
  it('is the one of the mask', () => {
    expect(numberKeysOf(numbering, { year: 2023, sequence: 500_100 })).toEqual(['PMP2023500100']);
  });

  it('is one for each unit code and former mask, check digits among them', () => {
    const unitCodes = [{ unitId: 'a', code: '120001' }, { unitId: 'b', code: '120002' }];
    const withUnits = { ...numbering, mask: 'SEI-{unit:6}/{sequence:6}/{year:4}', formerMasks: ['PMC.{year:4}.{sequence:8}-{check:mod11-executivo-federal}'], unitCodes };
    expect(numberKeysOf(withUnits, { year: 2021, sequence: 35_498 })).toEqual(['SEI1200010354982021', 'SEI1200020354982021', 'PMC20210003549855']);
  });

  it('is none where the sequence does not fit', () => {
    expect(numberKeysOf(numbering, { year: 2023, sequence: 12_345_678 })).toEqual([]);
  });
});
