import type { FieldProblem } from '@guiche/kit/errors';
import type { CheckKind } from './check-digits.ts';
import { numberErrors } from './errors.ts';
import { refuseMask } from './mask-problems.ts';
import type { NumberMask } from './number-mask.ts';
import { overlap } from './number-shapes.ts';
import { numberOf } from './numbering.ts';
import type { NumberingSettings } from './numbering.ts';
import { parseMask } from './parse-mask.ts';
import { listProblem } from '../list-problem.ts';

/** What a numbering makes, to be looked at before it is used. */
export interface NumberingProof {
  /** The first number of the year, in the first unit. */
  readonly example: string;
  /** The last one that its sequence has room for. */
  readonly last: string;
  readonly check: CheckKind | null;
}

/** More units with a code of their own than any city has. */
const unitLimit = 2_000;

/**
 * Proves a numbering by making a number for every unit. Refuses what cannot work, and what could give one number
 * twice in the municipality: a sequence per unit without the unit in the mask, and masks of two bodies that overlap.
 */
export function proveNumbering(numbering: NumberingSettings, others: readonly NumberingSettings[], year: number): NumberingProof {
  const mask = parseMask(numbering.mask);
  const problems = scopeProblems(numbering, mask);
  if (problems.length > 0) throw refuseMask(problems);
  const [sequenceLength = 0] = mask.parts.flatMap((part) => (part.kind === 'sequence' ? [part.length] : []));
  const greatest = 10 ** sequenceLength - 1;
  const unitIds = numbering.unitCodes.length === 0 ? [''] : numbering.unitCodes.map(({ unitId }) => unitId);
  const proofs = unitIds.map((unitId) => ({
    example: numberOf(numbering, { year, sequence: 1, unitId }).text,
    last: numberOf(numbering, { year, sequence: greatest, unitId }).text,
  }));
  const rival = others.find((other) => other.body !== numbering.body && overlap(numbering, other));
  if (rival !== undefined) throw numberErrors.NUMBER_MASKS_OVERLAP({ otherMask: rival.mask });
  const [{ example, last } = { example: '', last: '' }] = proofs;
  return { example, last, check: mask.parts.find((part) => part.kind === 'check')?.check ?? null };
}

function scopeProblems({ sequencePer, unitCodes }: NumberingSettings, { parts }: NumberMask): FieldProblem[] {
  const tooMany = listProblem('unitCodes', unitCodes, unitLimit);
  if (tooMany !== undefined) return [tooMany];
  const problems: FieldProblem[] = [];
  if (sequencePer === 'UNIT' && !parts.some(({ kind }) => kind === 'unit')) {
    problems.push({
      path: 'mask',
      code: 'MASK_UNIT_MISSING',
      message: {
        pt: 'Ponha {unit:n} na máscara: com uma sequência por unidade, duas unidades teriam os mesmos números.',
        en: 'Put {unit:n} into the mask: with a sequence per unit, two units would get the same numbers.',
      },
    });
  }
  for (const [index, { unitId, code }] of unitCodes.entries()) {
    const earlier = unitCodes.slice(0, index);
    const sameCode = (other: string): boolean => other.replace(/^0+/, '') === code.replace(/^0+/, '');
    if (earlier.some((unit) => unit.unitId === unitId || (sequencePer === 'UNIT' && sameCode(unit.code)))) {
      problems.push({
        path: `unitCodes.${String(index)}`,
        code: 'UNIT_CODE_REPEATED',
        message: { pt: `A unidade ou o código ${code} está repetido.`, en: `The unit or the code ${code} is there twice.` },
      });
    }
  }
  return problems;
}
