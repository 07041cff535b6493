import { randomBytes, randomInt } from 'node:crypto';
import { formatCpf, parseCpf } from '@guiche/kit/registry-numbers';

/** Somebody who has never been here: valid data that no real person has. */
export interface Citizen {
  readonly fullName: string;
  /** With mask, as people type it. */
  readonly cpf: string;
  readonly email: string;
  readonly password: string;
}

const firstNames = ['Aparecida', 'Benedito', 'Conceição', 'Djalma', 'Eunice', 'Francisco', 'Iracema', 'João'];
const lastNames = ['Araújo', 'Barão Geraldo', 'Falcão', 'Guimarães', 'Lourenço', 'Magalhães', 'Nóbrega'];

/** A new one at every call. */
export function freshCitizen(): Citizen {
  const key = randomBytes(6).toString('hex');
  return {
    fullName: `${pick(firstNames)} ${pick(lastNames)} ${pick(lastNames)}`,
    cpf: freshCpf(),
    email: `cidadao-${key}@exemplo.guiche.test`,
    password: `Segredo-${randomBytes(9).toString('base64url')}7a`,
  };
}

function freshCpf(): string {
  for (;;) {
    const base = String(randomInt(100_000_000, 999_999_999));
    for (let digits = 0; digits < 100; digits += 1) {
      const cpf = parseCpf(`${base}${String(digits).padStart(2, '0')}`);
      if (cpf !== undefined) return formatCpf(cpf);
    }
  }
}

function pick(values: readonly string[]): string {
  return values[randomInt(values.length)] ?? '';
}
