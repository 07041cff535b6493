import { checkDigits } from './check-digits.ts';
import { baseOf } from './format-number.ts';
import { numberKey } from './number-mask.ts';
import type { NumberMask, ProcessNumber } from './number-mask.ts';

/** What a written number is to a mask. The right check digits may be told: process numbers are not personal. */
export type MaskReading =
  | { readonly kind: 'fits'; readonly number: ProcessNumber }
  | { readonly kind: 'wrong-check-digits'; readonly expected: string; readonly corrected: string }
  | { readonly kind: 'other' };

/**
 * Reads a number of this mask written in any way and case: dots, dashes, slashes and spaces do not matter, its
 * letters, its length and its check digits do.
 */
export function readProcessNumber(mask: NumberMask, written: string): MaskReading {
  const key = numberKey(written);
  const pieces = piecesOf(mask, key);
  if (pieces === undefined) return { kind: 'other' };
  const base = baseOf(mask, pieces);
  const expected = mask.parts.map((part) => (part.kind === 'check' ? checkDigits(part.check, base) : '')).join('');
  const text = mask.parts
    .map((part, index) => (part.kind === 'text' ? part.text : part.kind === 'check' ? expected : pieces[index]))
    .join('');
  return numberKey(text) === key ? { kind: 'fits', number: { text, key } } : { kind: 'wrong-check-digits', expected, corrected: text };
}

/** The number, or undefined when it does not fit. */
export function parseProcessNumber(mask: NumberMask, written: string): ProcessNumber | undefined {
  const reading = readProcessNumber(mask, written);
  return reading.kind === 'fits' ? reading.number : undefined;
}

/** Cuts a number without formatting into the parts of the mask; undefined when letters or length do not match. */
function piecesOf(mask: NumberMask, key: string): string[] | undefined {
  const pieces: string[] = [];
  let rest = key;
  for (const part of mask.parts) {
    const text = part.kind === 'text' ? numberKey(part.text) : undefined;
    const length = part.kind === 'text' ? numberKey(part.text).length : part.length;
    const piece = rest.slice(0, length);
    const fits = text === undefined ? piece.length === length && /^\d+$/.test(piece) : piece === text;
    if (!fits) return undefined;
    pieces.push(piece);
    rest = rest.slice(length);
  }
  return rest === '' ? pieces : undefined;
}
