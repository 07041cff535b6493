import { checkDigits, checkKinds } from './check-digits.ts';
import type { CheckKind } from './check-digits.ts';
import { processErrors } from '../errors.ts';

/** One part of a mask: text that stands as it is, or a token that digits are put in for. */
export type MaskPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'year' | 'sequence' | 'body' | 'unit'; readonly length: number }
  | { readonly kind: 'check'; readonly check: CheckKind; readonly length: number };

/** A mask that was checked; `parts` in the order of the number. */
export interface NumberMask {
  readonly text: string;
  readonly parts: readonly MaskPart[];
}

/** What the tokens stand for. Codes are digits, padded with zeros to the token's length. */
export interface NumberFacts {
  readonly year: number;
  readonly sequence: number;
  readonly bodyCode: string | null;
  readonly unitCode: string | null;
}

/** A process number as people write it, and the same without formatting, for exact search (PT-20). */
export interface ProcessNumber {
  readonly text: string;
  readonly key: string;
}

const maskLimit = 120;
const lengths = { year: [2, 4], sequence: [5, 10], body: [2, 6], unit: [2, 10] } as const;
const token = /\{(\w+):([\w-]+)\}/;

/** Reads a mask such as `PMC.{year:4}.{sequence:8}-{check:mod11-executivo-federal}` (domain.md section 3). */
export function parseMask(text: string): NumberMask {
  if (text.length > maskLimit) throw processErrors.NUMBER_MASK_INVALID({ problem: `no máximo ${String(maskLimit)} caracteres` });
  const parts = text.split(/(\{[^{}]*\})/).filter((part) => part !== '').map(parsePart);
  const count = (kind: MaskPart['kind']): number => parts.filter((part) => part.kind === kind).length;
  if (count('sequence') !== 1) refuse('precisa de um {sequence:n}');
  if (count('year') !== 1) refuse('precisa de um {year:n}, porque a sequência recomeça a cada ano');
  if (count('check') > 1 || count('body') > 1 || count('unit') > 1) refuse('cada código aparece no máximo uma vez');
  return { text, parts };
}

function parsePart(part: string): MaskPart {
  const [whole, kind = '', argument = ''] = token.exec(part) ?? [];
  if (whole === undefined) {
    if (!/^[A-Za-z0-9 ./_-]+$/.test(part)) refuse(`"${part}" não é um código conhecido`);
    return { kind: 'text', text: part };
  }
  if (kind === 'check' && Object.hasOwn(checkKinds, argument)) {
    const check = argument as CheckKind;
    return { kind, check, length: checkKinds[check].length };
  }
  if (kind !== 'year' && kind !== 'sequence' && kind !== 'body' && kind !== 'unit') {
    return refuse(`"${part}" não é um código conhecido`);
  }
  const length = /^\d{1,2}$/.test(argument) ? Number(argument) : 0;
  const [least, most] = lengths[kind];
  if (length < least || length > most || (kind === 'year' && length === 3)) {
    return refuse(`"${part}" deve ter de ${String(least)} a ${String(most)} dígitos`);
  }
  return { kind, length };
}

function refuse(problem: string): never {
  throw processErrors.NUMBER_MASK_INVALID({ problem });
}

/** Puts a number together. A sequence or code that does not fit is refused: a number never loses digits. */
export function formatNumber(mask: NumberMask, facts: NumberFacts): ProcessNumber {
  const pieces = mask.parts.map((part) => pieceOf(part, facts));
  const base = pieces.map((piece, index) => (mask.parts[index]?.kind === 'check' ? '' : digitsOf(piece))).join('');
  const text = mask.parts
    .map((part, index) => (part.kind === 'check' ? checkDigits(part.check, base) : (pieces[index] ?? '')))
    .join('');
  return { text, key: numberKey(text) };
}

function pieceOf(part: MaskPart, facts: NumberFacts): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'year':
      return String(facts.year).padStart(4, '0').slice(-part.length);
    case 'sequence':
      return padded(String(facts.sequence), part.length);
    case 'body':
      return padded(facts.bodyCode, part.length);
    case 'unit':
      return padded(facts.unitCode, part.length);
    case 'check':
      return '';
  }
}

function padded(digits: string | null, length: number): string {
  if (digits === null || !/^\d+$/.test(digits)) throw processErrors.NUMBER_CODE_MISSING();
  if (digits.length > length) throw processErrors.NUMBER_MASK_EXHAUSTED({ digits });
  return digits.padStart(length, '0');
}

/**
 * Reads a number of this mask written in any way and case: dots, dashes, slashes and spaces do not matter, its
 * letters, its length and its check digits do. Undefined when it is not one.
 */
export function parseProcessNumber(mask: NumberMask, written: string): ProcessNumber | undefined {
  const key = numberKey(written);
  const pieces: string[] = [];
  let rest = key;
  for (const part of mask.parts) {
    const length = part.kind === 'text' ? numberKey(part.text).length : part.length;
    const piece = rest.slice(0, length);
    const fits = part.kind === 'text' ? piece === numberKey(part.text) : piece.length === length && /^\d+$/.test(piece);
    if (!fits) return undefined;
    pieces.push(piece);
    rest = rest.slice(length);
  }
  if (rest !== '') return undefined;

  const base = pieces.map((piece, index) => (mask.parts[index]?.kind === 'check' ? '' : digitsOf(piece))).join('');
  const wrong = mask.parts.some((part, index) => part.kind === 'check' && checkDigits(part.check, base) !== pieces[index]);
  if (wrong) return undefined;
  const text = mask.parts.map((part, index) => (part.kind === 'text' ? part.text : pieces[index])).join('');
  return { text, key };
}

/** A number without formatting: letters in upper case and digits, nothing else. */
export function numberKey(written: string): string {
  return written.toUpperCase().replace(/[^0-9A-Z]/g, '');
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
