import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatCpf, maskCpf, parseCpf } from './cpf.ts';

const nineDigits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 });

/** Independent of the implementation: weights from the right, as the Receita writes it. */
function withCheckDigits(base: readonly number[]): string {
  const digit = (digits: readonly number[]): number => {
    const rest = digits.reduce((sum, value, index) => sum + value * (digits.length + 1 - index), 0) % 11;
    return rest < 2 ? 0 : 11 - rest;
  };
  const first = [...base, digit(base)];
  return [...first, digit(first)].join('');
}

const replaced = (text: string, position: number, character: number): string =>
  `${text.slice(0, position)}${String(character)}${text.slice(position + 1)}`;

const valid = nineDigits.map(withCheckDigits).filter((cpf) => new Set(cpf).size > 1);

describe('a CPF', () => {
  it.each(['529.982.247-25', '52998224725', ' 529 982 247 25 '])('is read from %j (domain.md section 3)', (text) => {
    expect(parseCpf(text)).toBe('52998224725');
  });

  it.each(['', '529.982.247-26', '5299822472', '529982247255', '529.982.247-2x', '５２９98224725', '{"$gt":""}', '__proto__', `52998224725${' '.repeat(200)}x`])('is not %j', (text) => {
    expect(parseCpf(text)).toBeUndefined();
  });

  it('is never eleven equal digits, though their check digits are right', () => {
    for (let digit = 0; digit <= 9; digit += 1) expect(parseCpf(String(digit).repeat(11))).toBeUndefined();
  });

  it('is accepted with right check digits, with and without mask', () => {
    fc.assert(fc.property(valid, (cpf) => parseCpf(cpf) === cpf && parseCpf(formatCpf(cpf)) === cpf));
  });

  it('is refused with any one digit changed, but where the check digits fold', () => {
    const change = fc.tuple(valid, fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 9 }));
    fc.assert(
      fc.property(change, ([cpf, position, digit]) => {
        const difference = Math.abs(Number(cpf[position]) - digit);
        const folds = (position === 0 && difference === 1) || (position === 5 && [2, 9].includes(difference));
        fc.pre(difference !== 0 && !folds);
        return parseCpf(replaced(cpf, position, digit)) === undefined;
      }),
      { numRuns: 5_000 },
    );
  });

  it('may be another CPF where they fold: the algorithm promises no more', () => {
    expect([parseCpf('82859460705'), parseCpf('92859460705')]).toEqual(['82859460705', '92859460705']);
  });

  it.each(['529982247-25', '529.982.247/25', '529 982 247 25', '\u00a0529.982.247\u201325', '529_982_247_25'])('has one canonical form, also for %j', (text) => {
    expect(parseCpf(text)).toBe('52998224725');
  });

  it('shows others only its middle', () => {
    expect(maskCpf('52998224725')).toBe('***.982.247-**');
  });

  it('never fails on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => [undefined, 11].includes(parseCpf(text)?.length)));
  });
});
