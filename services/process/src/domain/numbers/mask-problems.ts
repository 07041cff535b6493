import type { AppError, FieldProblem } from '@guiche/kit/errors';
import { numberErrors } from './errors.ts';
import { digitsOf } from './number-mask.ts';
import type { MaskPart } from './number-mask.ts';
import { numberNorms } from './number-norms.ts';
import type { NumberNorm } from './number-norms.ts';

const maskLimit = 120;

/** What is wrong with the parts of a mask taken together. */
export function maskProblems(text: string, parts: readonly MaskPart[]): FieldProblem[] {
  const count = (kind: MaskPart['kind']): number => parts.filter((part) => part.kind === kind).length;
  const check = parts.find((part) => part.kind === 'check');
  const norm = check === undefined ? undefined : numberNorms[check.check];
  return [
    text.length > maskLimit ? maskProblem('MASK_TOO_LONG', `Use no máximo ${String(maskLimit)} caracteres.`, `Use at most ${String(maskLimit)} characters.`) : undefined,
    count('sequence') === 1
      ? undefined
      : maskProblem('MASK_SEQUENCE', 'Ponha exatamente um {sequence:n}, de 5 a 10 dígitos.', 'Put exactly one {sequence:n} in, of 5 to 10 digits.'),
    count('year') === 1
      ? undefined
      : maskProblem('MASK_YEAR', 'Ponha exatamente um {year:4} ou {year:2}, porque a sequência recomeça a cada ano.', 'Put exactly one {year:4} or {year:2} in, because the sequence starts again each year.'),
    count('check') > 1 || count('body') > 1 || count('unit') > 1
      ? maskProblem('MASK_TOKEN_REPEATED', 'Use {body}, {unit} e {check} no máximo uma vez cada.', 'Use {body}, {unit} and {check} once each at most.')
      : undefined,
    norm === undefined || follows(norm, parts)
      ? undefined
      : maskProblem('MASK_NOT_OF_NORM', `Os dígitos não seguem a ${norm.name}: ${norm.pattern}.`, `The digits do not follow ${norm.name}: ${norm.pattern}.`),
  ].filter((problem) => problem !== undefined);
}

/** The refusal of a mask: each problem as a field, and all of them in the message. */
export function refuseMask(problems: readonly FieldProblem[]): AppError {
  return numberErrors.NUMBER_MASK_INVALID({
    problems: problems.map(({ message }) => message.pt).join(' '),
    problemsEn: problems.map(({ message }) => message.en).join(' '),
    fields: problems.map(({ path, code, message }) => ({ path, code, message: message.pt, messageEn: message.en })),
  });
}

function maskProblem(code: string, pt: string, en: string): FieldProblem {
  return { path: 'mask', code, message: { pt, en } };
}

/** Whether sequence, year and check digits stand where the norm wants them; the other digits are codes or text. */
function follows(norm: NumberNorm, parts: readonly MaskPart[]): boolean {
  const starts: { kind: MaskPart['kind']; at: number; length: number }[] = [];
  let digits = 0;
  for (const part of parts) {
    const length = part.kind === 'text' ? digitsOf(part.text).length : part.length;
    starts.push({ kind: part.kind, at: digits, length });
    if (part.kind !== 'check') digits += length;
  }
  const stands = (kind: MaskPart['kind'], at: number, length: number): boolean =>
    starts.some((start) => start.kind === kind && start.at === at && start.length === length);
  return (
    digits === norm.digits &&
    stands('sequence', norm.sequence.at, norm.sequence.length) &&
    stands('year', norm.year.at, norm.year.length) &&
    stands('check', norm.checkAfter, 2)
  );
}
