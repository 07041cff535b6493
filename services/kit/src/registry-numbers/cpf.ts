import { plainCharacters } from './plain-characters.ts';

/**
 * The canonical 11 digits of a CPF written in any way (`529.982.247-25`, spaces, no mask), or undefined when it is
 * not one: other length, other characters, eleven equal digits or wrong check digits. domain.md section 3. Which
 * digits would be right is never told. A single wrong digit is always caught, but the first when it is off by 1 and
 * the sixth when it is off by 2 or 9: there the two check digits can both fold 10 and 11 onto 0.
 */
export function parseCpf(text: string): string | undefined {
  const digits = plainCharacters(text) ?? '';
  if (!/^\d{11}$/.test(digits) || /^(\d)\1{10}$/.test(digits)) return undefined;
  const first = cpfCheckDigit(digits.slice(0, 9));
  const second = cpfCheckDigit(digits.slice(0, 9) + String(first));
  return digits.endsWith(`${String(first)}${String(second)}`) ? digits : undefined;
}

/** `52998224725` -> `529.982.247-25`. */
export function formatCpf(cpf: string): string {
  return cpf.replace(/^(\d{3})(\d{3})(\d{3})(\d{2})$/, '$1.$2.$3-$4');
}

/** What others may see of a CPF (LW-03): `52998224725` -> `***.982.247-**`. */
export function maskCpf(cpf: string): string {
  return cpf.replace(/^\d{3}(\d{3})(\d{3})\d{2}$/, '***.$1.$2-**');
}

function cpfCheckDigit(digits: string): number {
  const weights = digits.length + 1;
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (weights - index), 0);
  const digit = 11 - (sum % 11);
  return digit >= 10 ? 0 : digit;
}
