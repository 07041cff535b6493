import type { FieldProblem } from '@guiche/kit/errors';
import { checkLengths } from './check-digits.ts';
import type { CheckKind } from './check-digits.ts';
import { maskProblems, refuseMask } from './mask-problems.ts';
import type { MaskPart, NumberMask, NumberToken } from './number-mask.ts';

/** How many digits a token may have (domain.md section 3); a year has two or four. */
const lengths: Readonly<Record<NumberToken, readonly [least: number, most: number]>> = {
  year: [2, 4],
  sequence: [5, 10],
  body: [2, 5],
  unit: [2, 10],
};
const token = /^\{(\w+):([\w-]+)\}$/;

/**
 * Reads a mask such as `PMC.{year:4}.{sequence:8}-{check:mod11-executivo-federal}`. Throws `NUMBER_MASK_INVALID` with
 * everything that is wrong with it.
 */
export function parseMask(text: string): NumberMask {
  const { mask, problems } = readMask(text);
  if (problems.length > 0) throw refuseMask(problems);
  return mask;
}

/** Of these masks, those that numbers can be made by; an older version may have let others pass. */
export function usableMasks(texts: readonly string[]): NumberMask[] {
  return texts.map(readMask).flatMap(({ mask, problems }) => (problems.length === 0 ? [mask] : []));
}

function readMask(text: string): { mask: NumberMask; problems: readonly FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const parts = text
    .split(/(\{[^{}]*\})/)
    .filter((part) => part !== '')
    .map((part) => parsePart(part, problems));
  return { mask: { text, parts }, problems: [...problems, ...maskProblems(text, parts)] };
}

/** A part that cannot be read counts as text, so that what else is wrong is found too. */
function parsePart(part: string, problems: FieldProblem[]): MaskPart {
  const [, kind = '', argument = ''] = token.exec(part) ?? [];
  if (kind === 'check' && Object.hasOwn(checkLengths, argument)) {
    const check = argument as CheckKind;
    return { kind, check, length: checkLengths[check] };
  }
  if (kind === 'year' || kind === 'sequence' || kind === 'body' || kind === 'unit') {
    const length = /^\d{1,2}$/.test(argument) ? Number(argument) : 0;
    const [least, most] = lengths[kind];
    if (length < least || length > most || (kind === 'year' && length === 3)) problems.push(wrongLength(part, kind));
    return { kind, length };
  }
  if (part.startsWith('{') || !/^[A-Za-z0-9 ./_-]+$/.test(part)) problems.push(unknownPart(part));
  return { kind: 'text', text: part };
}

function wrongLength(part: string, kind: NumberToken): FieldProblem {
  const [least, most] = lengths[kind].map(String);
  const range = kind === 'year' ? { pt: '2 ou 4', en: '2 or 4' } : { pt: `de ${String(least)} a ${String(most)}`, en: `${String(least)} to ${String(most)}` };
  return {
    path: 'mask',
    code: 'MASK_TOKEN_LENGTH',
    message: { pt: `"${part}" deve ter ${range.pt} dígitos.`, en: `"${part}" must have ${range.en} digits.` },
  };
}

function unknownPart(part: string): FieldProblem {
  const kinds = Object.keys(checkLengths).join(', ');
  const shown = part.slice(0, 40);
  return {
    path: 'mask',
    code: 'MASK_TOKEN_UNKNOWN',
    message: {
      pt: `"${shown}" não é um código conhecido: use {year:4}, {sequence:8}, {body:2}, {unit:6} ou {check:...} (${kinds}), e entre eles só letras sem acento, dígitos, espaços e . / - _.`,
      en: `"${shown}" is not a known token: use {year:4}, {sequence:8}, {body:2}, {unit:6} or {check:...} (${kinds}), and between them only letters without accents, digits, spaces and . / - _.`,
    },
  };
}
