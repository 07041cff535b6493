import { judgeCheckDigits } from './number-reading.ts';
import type { NumberReading } from './number-reading.ts';
import { plainCharacters } from './plain-characters.ts';

/**
 * Reads a CNPJ, numeric or alphanumeric (issued since July 2026), written in any way and case; canonical are its 14
 * characters. Value of a character = ASCII - 48. domain.md section 3. A single wrong character is always caught,
 * unless the values are equal modulo 11 (6 and A, A and L, ...), or 2 or 9 apart in the first or ninth place, or 5 or
 * 6 apart in the fifth: there the two check digits can both fold 10 and 11 onto 0.
 */
export function readCnpj(text: string): NumberReading {
  const characters = plainCharacters(text) ?? '';
  if (!/^[0-9A-Z]{12}\d{2}$/.test(characters) || /^(\d)\1{13}$/.test(characters)) return { kind: 'no-number' };
  const first = cnpjCheckDigit(characters.slice(0, 12));
  const second = cnpjCheckDigit(characters.slice(0, 12) + String(first));
  return judgeCheckDigits(characters, `${String(first)}${String(second)}`);
}

/** The canonical 14 characters, or undefined when it is not a CNPJ. */
export function parseCnpj(text: string): string | undefined {
  const reading = readCnpj(text);
  return reading.kind === 'number' ? reading.canonical : undefined;
}

/** `12ABC34501DE35` -> `12.ABC.345/01DE-35`. */
export function formatCnpj(cnpj: string): string {
  return cnpj.replace(/^(.{2})(.{3})(.{3})(.{4})(.{2})$/, '$1.$2.$3/$4-$5');
}

function cnpjCheckDigit(characters: string): number {
  const sum = [...characters]
    .reverse()
    .reduce((total, character, index) => total + (character.charCodeAt(0) - 48) * (2 + (index % 8)), 0);
  const remainder = sum % 11;
  return remainder < 2 ? 0 : 11 - remainder;
}
