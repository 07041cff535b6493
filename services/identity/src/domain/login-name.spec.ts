import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accountKeyOf, parseLogin } from './login-name.ts';

describe('a login', () => {
  it.each([
    ['529.982.247-25', { kind: 'cpf', cpf: '52998224725' }],
    [' 52998224725 ', { kind: 'cpf', cpf: '52998224725' }],
    ['Maria@Exemplo.Test', { kind: 'email', emailKey: 'maria@exemplo.test' }],
    ['529.982.247-26', undefined],
    ['maria', undefined],
    ['{"$gt":""}', undefined],
    ['x'.repeat(1_000_000), undefined],
  ])('is read from %.40j', (text, expected) => {
    expect(parseLogin(text)).toEqual(expected);
  });

  it('is counted the same however it is written', () => {
    expect(accountKeyOf('529.982.247-25')).toBe(accountKeyOf('52998224725'));
    expect(accountKeyOf('A@b.test')).toBe(accountKeyOf('a@B.test'));
    expect(accountKeyOf('nobody')).toBe('other:nobody');
  });

  it('never fails on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => accountKeyOf(text).length < 300));
  });
});
