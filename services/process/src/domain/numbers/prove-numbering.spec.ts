import { describe, expect, it } from '@jest/globals';
import type { NumberingSettings } from './numbering.ts';
import { proveNumbering } from './prove-numbering.ts';

const rio: NumberingSettings = {
  municipalityId: 'rio',
  body: null,
  mask: 'SEI-{unit:6}/{sequence:6}/{year:4}',
  sequencePer: 'UNIT',
  bodyCode: null,
  unitCodes: [{ unitId: 'saude', code: '120001' }, { unitId: 'obras', code: '70002' }],
};
const piracicaba: NumberingSettings = { ...rio, municipalityId: 'piracicaba', mask: 'PMP {year:4}/{sequence:6}', sequencePer: 'BODY', unitCodes: [] };
const semae = (change: Partial<NumberingSettings>): NumberingSettings => ({ ...piracicaba, body: 'SEMAE', ...change });
const prove = (numbering: NumberingSettings, others: readonly NumberingSettings[] = []) => proveNumbering(numbering, others, 2026);
const refusal = (code: string) => expect.objectContaining({ code });

describe('a numbering, when it is set', () => {
  it('shows its first and last number of the year, and how its check digits are made', () => {
    expect(prove(rio)).toEqual({ example: 'SEI-120001/000001/2026', last: 'SEI-120001/999999/2026', check: null });
    const campinas = { ...piracicaba, mask: 'PMC.{year:4}.{sequence:8}-{check:mod11-executivo-federal}' };
    expect(prove(campinas)).toEqual({ example: 'PMC.2026.00000001-19', last: 'PMC.2026.99999999-24', check: 'mod11-executivo-federal' });
  });

  it('is proved with the code of every unit', () => {
    const codes = (code: string): NumberingSettings => ({ ...rio, unitCodes: [...rio.unitCodes, { unitId: 'x', code }] });
    expect(() => prove(codes('12A'))).toThrow(refusal('NUMBER_CODE_MISSING'));
    expect(() => prove(codes('1234567'))).toThrow(refusal('NUMBER_MASK_EXHAUSTED'));
    expect(() => prove({ ...rio, unitCodes: [] })).toThrow(refusal('NUMBER_CODE_MISSING'));
    expect(() => prove({ ...piracicaba, mask: '{body:3}.{year:4}.{sequence:6}' })).toThrow(refusal('NUMBER_CODE_MISSING'));
  });

  it('is refused where two units would get the same numbers', () => {
    expect(() => prove({ ...rio, mask: 'SEI-{sequence:6}/{year:4}' })).toThrow('Ponha {unit:n} na máscara');
    const twice = { ...rio, unitCodes: [{ unitId: 'saude', code: '1' }, { unitId: 'obras', code: '001' }] };
    expect(() => prove(twice)).toThrow('repetido');
    expect(prove({ ...twice, sequencePer: 'BODY' }).example).toBe('SEI-000001/000001/2026');
    expect(() => prove({ ...twice, sequencePer: 'BODY', unitCodes: [{ unitId: 'saude', code: '1' }, { unitId: 'saude', code: '2' }] })).toThrow('repetido');
  });

  it.each([
    [{ mask: 'SEMAE {year:4}/{sequence:6}' }, true],
    [{ mask: 'PMP {year:4}/{sequence:7}' }, true],
    [{ mask: 'PMP {sequence:6}/{year:4}' }, false],
    [{ mask: 'pmp-{year:4}.{sequence:6}' }, false],
    [{ mask: 'PMP {body:2}{year:2}/{sequence:6}', bodyCode: '12' }, false],
    [{ mask: 'PMP 9{sequence:7}{year:2}' }, false],
  ])('%j beside that of the city: %s', (change, accepted) => {
    const proof = () => prove(semae(change), [piracicaba, semae({ mask: 'OLD {year:4}/{sequence:6}' })]);
    if (accepted) expect(proof()).toMatchObject({ check: null });
    else expect(proof).toThrow(refusal('NUMBER_MASKS_OVERLAP'));
  });

  it('may share its mask between bodies that differ in their code', () => {
    const mask = '{body:2}.{year:4}.{sequence:6}-{check:mod97}';
    const [one, other] = [semae({ mask, bodyCode: '11' }), semae({ mask, body: 'IPASP', bodyCode: '12' })];
    expect(prove(one, [other]).example).toMatch(/^11\.2026\.000001-\d{2}$/);
    expect(() => prove(one, [{ ...other, bodyCode: '11' }])).toThrow(refusal('NUMBER_MASKS_OVERLAP'));
  });
});
