/**
 * What a text is, read as a number with check digits. The right digits are told only for numbers that are public:
 * for a CPF they would help to guess whose it is.
 */
export type NumberReading =
  | { readonly kind: 'number'; readonly canonical: string }
  | { readonly kind: 'wrong-check-digits'; readonly expected: string }
  | { readonly kind: 'no-number' };

/** Compares the last digits of `characters` with what they have to be. */
export function judgeCheckDigits(characters: string, expected: string): NumberReading {
  return characters.endsWith(expected) ? { kind: 'number', canonical: characters } : { kind: 'wrong-check-digits', expected };
}
