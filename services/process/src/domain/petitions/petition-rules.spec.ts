import { describe, expect, it } from '@jest/globals';
import { fileLimits, refuseFile, startingPetitionRules } from './petition-rules.ts';

const megabyte = 1024 * 1024;
const rules = { ...startingPetitionRules('campinas'), principal: { limitBytes: megabyte, extensions: ['pdf'] } };
const refusal = (act: () => unknown): unknown => {
  try {
    act();
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a file of a petition (PT-03)', () => {
  it.each([
    ['PRINCIPAL', 'pedido.pdf', megabyte, undefined],
    ['PRINCIPAL', 'Pedido.PDF', 1, undefined],
    ['PRINCIPAL', 'pedido.pdf', megabyte + 1, 'PETITION_FILE_TOO_LARGE'],
    ['PRINCIPAL', 'pedido.png', 1, 'PETITION_FILE_EXTENSION'],
    ['ESSENTIAL', 'rg.png', 2 * megabyte, undefined],
    ['COMPLEMENTARY', 'foto.php', 1, 'PETITION_FILE_EXTENSION'],
    ['COMPLEMENTARY', 'foto.pdf.sh', 1, 'PETITION_FILE_EXTENSION'],
    ['COMPLEMENTARY', 'pdf', 1, 'PETITION_FILE_EXTENSION'],
  ] as const)('%s %s of %d bytes: %s', (role, fileName, size, code) => {
    expect(refusal(() => { refuseFile(rules, role, { fileName, size }); })).toBe(code);
  });
});

describe('limits of files', () => {
  it('are from 1 to 20 MB, for endings that a file can have, written in one way', () => {
    expect(fileLimits({ limitBytes: megabyte, extensions: ['.PDF', 'pdf', 'Png'] })).toEqual({ limitBytes: megabyte, extensions: ['pdf', 'png'] });
    expect(refusal(() => fileLimits({ limitBytes: megabyte - 1, extensions: ['pdf'] }))).toBe('PETITION_LIMIT_INVALID');
    expect(refusal(() => fileLimits({ limitBytes: 21 * megabyte, extensions: ['pdf'] }))).toBe('PETITION_LIMIT_INVALID');
    for (const extensions of [[], ['php'], ['pdf', 'docx']]) expect(refusal(() => fileLimits({ limitBytes: megabyte, extensions }))).toBe('PETITION_EXTENSION_INVALID');
  });
});
