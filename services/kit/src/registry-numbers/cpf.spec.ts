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

const valid = nineDigits.map(withCheckDigits).filter((cpf) => new Set(cpf).size > 1);

describe('a CPF', () => {
  it.each(['529.982.247-25', '52998224725', ' 529 982 247 25 '])('is read from %j (domain.md section 3)', (text) => {
    expect(parseCpf(text)).toBe('52998224725');
  });

  it.each(['', '529.982.247-26', '5299822472', '529982247255', '529.982.247-2x', '５２９98224725', '{"$gt":""}', '__proto__'])('is not %j', (text) => {
    expect(parseCpf(text)).toBeUndefined();
  });

  it('is never eleven equal digits, though their check digits are right', () => {
    for (let digit = 0; digit <= 9; digit += 1) expect(parseCpf(String(digit).repeat(11))).toBeUndefined();
  });

  it('is accepted with right check digits, with and without mask', () => {
    fc.assert(fc.property(valid, (cpf) => parseCpf(cpf) === cpf && parseCpf(formatCpf(cpf)) === cpf));
  });

  it('is refused with any one digit changed', () => {
    const change = fc.tuple(valid, fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(change, ([cpf, position, step]) => {
        const digits = [...cpf].map(Number);
        digits[position] = ((digits[position] ?? 0) + step) % 10;
        const changed = digits.join('');
        // Position 8 and 9 may cancel out for remainders 0 and 1, which both give check digit 0.
        return parseCpf(changed) === undefined || withCheckDigits(digits.slice(0, 9)) === changed;
      }),
    );
  });

  it('shows others only its middle', () => {
    expect(maskCpf('52998224725')).toBe('***.982.247-**');
  });

  it('never fails on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => [undefined, 11].includes(parseCpf(text)?.length)));
  });
});
