import { describe, expect, it } from '@jest/globals';
import { higher, levelsProblems, minimumLevel, refuseBelow, signatureActs, startingLevels } from './level.ts';

const table = startingLevels('campinas');

describe('SG-01: the minimum level of a signature', () => {
  it('is simple for every act of a city that has set none', () => {
    expect(signatureActs.map((act) => minimumLevel(table, act, 'oficio'))).toEqual(signatureActs.map(() => 'SIMPLE'));
  });

  it('is that of the type for internal documents, higher or lower, and for them alone', () => {
    const set = { ...table, levels: { ...table.levels, INTERNAL_DOCUMENT: 'ADVANCED' }, byDocumentType: [{ typeKey: 'decreto', level: 'QUALIFIED' }, { typeKey: 'nota', level: 'SIMPLE' }] } as const;
    expect(['decreto', 'nota', 'oficio', null].map((typeKey) => minimumLevel(set, 'INTERNAL_DOCUMENT', typeKey))).toEqual(['QUALIFIED', 'SIMPLE', 'ADVANCED', 'ADVANCED']);
    expect(minimumLevel(set, 'EXTERNAL_REQUEST', 'decreto')).toBe('SIMPLE');
  });

  it('is said by the refusal, and taken by every level from it on', () => {
    expect(() => refuseBelow('ADVANCED', 'SIMPLE')).toThrow(expect.objectContaining({ code: 'SIGNATURE_LEVEL_TOO_LOW', details: { neededLevel: 'ADVANCED', needed: 'avançada', obtained: 'simples' } }));
    expect(() => refuseBelow('ADVANCED', 'ADVANCED')).not.toThrow();
    expect(() => refuseBelow('ADVANCED', 'QUALIFIED')).not.toThrow();
    expect([higher('SIMPLE', 'ADVANCED'), higher('QUALIFIED', 'ADVANCED')]).toEqual(['ADVANCED', 'QUALIFIED']);
  });

  it('is set once for each act and type', () => {
    const row = { typeKey: 'decreto', level: 'SIMPLE' } as const;
    expect(levelsProblems({ acts: [{ act: 'TERM' }, { act: 'TERM' }], byDocumentType: [row, row] }).map(({ path, code }) => [path, code])).toEqual([
      ['acts', 'DUPLICATE'], ['documentTypes', 'DUPLICATE'],
    ]);
    expect(levelsProblems({ acts: [], byDocumentType: Array.from({ length: 101 }, (_, index) => ({ ...row, typeKey: String(index) })) })).toHaveLength(1);
  });
});
