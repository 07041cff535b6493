import { plainCharacters } from '@guiche/kit/registry-numbers';
import type { CheckKind } from './check-digits.ts';

/** One part of a mask: text that stands as it is, or a token that digits are put in for. */
export type MaskPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: NumberToken; readonly length: number }
  | { readonly kind: 'check'; readonly check: CheckKind; readonly length: number };

/** What of the number a token stands for. */
export type NumberToken = 'year' | 'sequence' | 'body' | 'unit';

/** A mask that was checked; `parts` in the order of the number. */
export interface NumberMask {
  readonly text: string;
  readonly parts: readonly MaskPart[];
}

/** A process number as people write it, and the same without formatting, for exact search (PT-20). */
export interface ProcessNumber {
  readonly text: string;
  readonly key: string;
}

/**
 * A number without formatting: letters in upper case and digits. Empty when there is anything else in it, which no
 * number has; nothing is dropped, so that a slip never finds another process.
 */
export function numberKey(written: string): string {
  return plainCharacters(written) ?? '';
}

/** Only the digits of a text, which check digits are counted over. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
