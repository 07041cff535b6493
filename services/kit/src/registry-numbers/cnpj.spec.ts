import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatCnpj, parseCnpj } from './cnpj.ts';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const body = fc.array(fc.constantFrom(...alphabet), { minLength: 12, maxLength: 12 }).map((characters) => characters.join(''));

/** Independent of the implementation: explicit weights, as SERPRO writes them. */
function withCheckDigits(text: string): string {
  const digit = (characters: string, weights: readonly number[]): number => {
    const rest = weights.reduce((sum, weight, index) => sum + weight * ((characters.codePointAt(index) ?? 48) - 48), 0) % 11;
    return rest < 2 ? 0 : 11 - rest;
  };
  const first = `${text}${String(digit(text, [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]))}`;
  return `${first}${String(digit(first, [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]))}`;
}

describe('a CNPJ', () => {
  it.each([
    ['12ABC34501DE35', '12ABC34501DE35'],
    ['12.abc.345/01de-35', '12ABC34501DE35'],
    ['PC3D315K000193', 'PC3D315K000193'],
    ['51.885.242/0001-40', '51885242000140'],
    ['54.149.562/0001-20', '54149562000120'],
    ['11222333000181', '11222333000181'],
  ])('is read from %s (domain.md section 3)', (text, canonical) => {
    expect(parseCnpj(text)).toBe(canonical);
  });

  it.each(['', '12ABC34501DE36', '12ABC34501DE3', '12ABC34501DEAB', '00000000000000', '11.222.333/0001-8ç'])('is not %j', (text) => {
    expect(parseCnpj(text)).toBeUndefined();
  });

  it('is accepted with right check digits, letters I, O, Q and F included, in any case and mask', () => {
    fc.assert(
      fc.property(body, (text) => {
        const cnpj = withCheckDigits(text);
        fc.pre(new Set(cnpj).size > 1);
        return parseCnpj(cnpj.toLowerCase()) === cnpj && parseCnpj(formatCnpj(cnpj)) === cnpj;
      }),
    );
  });

  it('never fails on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => [undefined, 14].includes(parseCnpj(text)?.length)));
  });
});
