import { judgeCheckDigits } from './number-reading.ts';
import type { NumberReading } from './number-reading.ts';
import { plainCharacters } from './plain-characters.ts';

/**
 * Reads a NUP (Número Único de Protocolo, Portaria Interministerial 11/2019) written in any way; canonical are its 17
 * digits: unit 5, sequence 6, year 4, check digits 2. The 21 digits of Portaria 2.321/2014 are none: it was revoked
 * before it came into force.
 */
export function readNup(text: string): NumberReading {
  const digits = plainCharacters(text) ?? '';
  return /^\d{17}$/.test(digits) ? judgeCheckDigits(digits, nupCheckDigits(digits.slice(0, 15))) : { kind: 'no-number' };
}

/** The canonical 17 digits, or undefined when it is not a NUP. */
export function parseNup(text: string): string | undefined {
  const reading = readNup(text);
  return reading.kind === 'number' ? reading.canonical : undefined;
}

/** `53500052679202008` -> `53500.052679/2020-08`. */
export function formatNup(nup: string): string {
  return nup.replace(/^(\d{5})(\d{6})(\d{4})(\d{2})$/, '$1.$2/$3-$4');
}

/**
 * The two check digits of the NUP over any digits (mod 11 of the federal executive): weights 2, 3, 4, ... from the
 * right without a cycle; 10 becomes 0, 11 becomes 1; the second digit counts the first one in. A single wrong digit
 * is always caught, but at the weights 5 and 16 when it is off by 2 or 9, and at 10 and 11 when it is off by 1: there
 * both digits can fold 11 onto 1.
 */
export function nupCheckDigits(base: string): string {
  const first = foldedDigit(base);
  return `${first}${foldedDigit(`${base}${first}`)}`;
}

function foldedDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, index) => total + Number(digit) * (2 + index), 0);
  const digit = 11 - (sum % 11);
  return String(digit > 9 ? digit - 10 : digit);
}
