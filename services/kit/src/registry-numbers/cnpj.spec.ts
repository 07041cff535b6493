import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatCnpj, parseCnpj, readCnpj } from './cnpj.ts';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const body = fc.array(fc.constantFrom(...alphabet), { minLength: 12, maxLength: 12 }).map((characters) => characters.join(''));

/** By place, differences of values that both check digits can miss. */
const foldsAt: Readonly<Record<number, readonly number[]>> = { 0: [2, 9], 4: [5, 6], 8: [2, 9] };

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

  it.each(['', '12ABC34501DE36', '12ABC34501DE3', '12ABC34501DEAB', '00000000000000', '11.222.333/0001-8ç', 'ß.222.333/0001-81', `11222333000181${' '.repeat(200)}x`])('is not %j', (text) => {
    expect(parseCnpj(text)).toBeUndefined();
  });

  it('is accepted with right check digits, letters I, O, Q and F included, in any case and mask (domain.md section 1.15, defect 6)', () => {
    fc.assert(
      fc.property(body, (text) => {
        const cnpj = withCheckDigits(text);
        fc.pre(new Set(cnpj).size > 1);
        return parseCnpj(cnpj.toLowerCase()) === cnpj && parseCnpj(formatCnpj(cnpj)) === cnpj;
      }),
    );
  });

  it('says which check digits would be right, because it is public', () => {
    expect(readCnpj('12.ABC.345/01DE-36')).toEqual({ kind: 'wrong-check-digits', expected: '35' });
    expect(readCnpj('12ABC34501DE3')).toEqual({ kind: 'no-number' });
  });

  it('is refused with any one character changed, but where values are equal modulo 11 or the check digits fold', () => {
    const change = fc.tuple(body.map(withCheckDigits), fc.integer({ min: 0, max: 13 }), fc.constantFrom(...alphabet));
    fc.assert(
      fc.property(change, ([cnpj, position, character]) => {
        const difference = Math.abs((cnpj.codePointAt(position) ?? 0) - (character.codePointAt(0) ?? 0)) % 11;
        const folds = (foldsAt[position] ?? []).includes(difference);
        fc.pre(difference !== 0 && !folds);
        return parseCnpj(`${cnpj.slice(0, position)}${character}${cnpj.slice(position + 1)}`) === undefined;
      }),
      { numRuns: 10_000 },
    );
  });

  it('may be another CNPJ there: the algorithm promises no more', () => {
    const [one, other] = [withCheckDigits('6AAAAAAA0001'), withCheckDigits('AAAAAAAA0001')];
    expect(one.slice(12)).toBe(other.slice(12));
    expect(['Y9CWKGSYO8W400', 'Y9CWKGSYX8W400'].map(parseCnpj)).toEqual(['Y9CWKGSYO8W400', 'Y9CWKGSYX8W400']);
  });

  it('never fails on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => [undefined, 14].includes(parseCnpj(text)?.length)));
  });
});
