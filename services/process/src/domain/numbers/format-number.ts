import { checkDigits } from './check-digits.ts';
import { numberErrors } from './errors.ts';
import { digitsOf, numberKey } from './number-mask.ts';
import type { MaskPart, NumberMask, ProcessNumber } from './number-mask.ts';

/** What the tokens stand for. Codes are digits, padded with zeros to the token's length. */
export interface NumberFacts {
  readonly year: number;
  readonly sequence: number;
  readonly bodyCode: string | null;
  readonly unitCode: string | null;
}

/** Puts a number together. A sequence or code that does not fit is refused: a number never loses digits. */
export function formatNumber(mask: NumberMask, facts: NumberFacts): ProcessNumber {
  const pieces = mask.parts.map((part) => pieceOf(part, facts));
  const base = baseOf(mask, pieces);
  const text = mask.parts
    .map((part, index) => (part.kind === 'check' ? checkDigits(part.check, base) : (pieces[index] ?? '')))
    .join('');
  return { text, key: numberKey(text) };
}

/** The digits that check digits are counted over: all of the number, those of its text included, but themselves. */
export function baseOf(mask: NumberMask, pieces: readonly string[]): string {
  return mask.parts.map((part, index) => (part.kind === 'check' ? '' : digitsOf(pieces[index] ?? ''))).join('');
}

function pieceOf(part: MaskPart, facts: NumberFacts): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'year':
      return String(facts.year).padStart(4, '0').slice(-part.length);
    case 'sequence':
      return padded(String(facts.sequence), part);
    case 'body':
      return padded(facts.bodyCode, part);
    case 'unit':
      return padded(facts.unitCode, part);
    case 'check':
      return '';
  }
}

function padded(digits: string | null, { kind, length }: { kind: string; length: number }): string {
  const token = `{${kind}:${String(length)}}`;
  if (digits === null || !/^\d+$/.test(digits)) throw numberErrors.NUMBER_CODE_MISSING({ token });
  if (digits.length > length) throw numberErrors.NUMBER_MASK_EXHAUSTED({ digits, token });
  return digits.padStart(length, '0');
}
