import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { commonPasswords } from './common-passwords.ts';
import { passwordProblem } from './password-rules.ts';

const context = { words: ['Maria', 'Conceição', 'Maria Conceição', 'maria.conceicao', 'Campinas'], cpf: '52998224725' };
const codeOf = (password: string): string | undefined => passwordProblem('password', password, context)?.code;

describe('the password rules (ID-02)', () => {
  it.each([
    ['Girassol-47', undefined],
    ['correct horse battery 9', undefined],
    ['ação7ção', undefined],
    ['abc1234', 'PASSWORD_TOO_SHORT'],
    ['', 'PASSWORD_TOO_SHORT'],
    ['a1'.repeat(65), 'PASSWORD_TOO_LONG'],
    ['onlyletters', 'PASSWORD_TOO_SIMPLE'],
    ['1234567890', 'PASSWORD_TOO_SIMPLE'],
    ['Password123', 'PASSWORD_TOO_COMMON'],
    ['maria2026', 'PASSWORD_TOO_COMMON'],
    ['Conceicao#1', 'PASSWORD_TOO_COMMON'],
    ['Maria.Conceição1', 'PASSWORD_TOO_COMMON'],
    ['campinas99', 'PASSWORD_TOO_COMMON'],
    ['x529.982.247-25', 'PASSWORD_TOO_COMMON'],
    ['with\u0000null1', 'FORBIDDEN_CHARACTER'],
  ])('judge %j as %s', (password, code) => {
    expect(codeOf(password)).toBe(code);
  });

  it('accept the longest allowed password whole', () => {
    expect(codeOf('a1'.repeat(64))).toBeUndefined();
  });

  it('refuse every listed password in any case', () => {
    for (const password of commonPasswords) expect(codeOf(password.toUpperCase())).toBe('PASSWORD_TOO_COMMON');
  });

  it('never fail on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => typeof codeOf(text) !== 'number'));
  });
});
