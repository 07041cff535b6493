import { defineErrors } from './app-error.ts';
import type { AppError, Wording } from './app-error.ts';

/** One wrong field: `path` is the input path (`address.postalCode`), `code` is stable. */
export interface FieldProblem {
  readonly path: string;
  readonly code: string;
  readonly message: Wording;
}

const validation = defineErrors({
  INVALID_INPUT: {
    kind: 'invalid',
    pt: 'Confira os campos indicados e envie de novo.',
    en: 'Check the listed fields and send again.',
  },
});

/**
 * All wrong fields of an input in one error (api.md: reported all at once).
 * `details.fields` holds them in pt-BR and English, in input order.
 */
export function invalidInput(problems: readonly FieldProblem[]): AppError {
  return validation.INVALID_INPUT({
    fields: problems.map(({ path, code, message }) => ({ path, code, message: message.pt, messageEn: message.en })),
  });
}

/** Throws `invalidInput` when there is at least one problem. */
export function refuseProblems(problems: readonly FieldProblem[]): void {
  if (problems.length > 0) throw invalidInput(problems);
}

export const validationErrors = validation;

/**
 * Checks one text of an input: length in characters, no control characters (line breaks and tabs only where
 * `multiline`), no broken Unicode, so that what is stored is exactly what was sent. Undefined means it is fine.
 */
export function textProblem(
  path: string,
  text: string,
  rule: { min?: number; max: number; multiline?: boolean },
): FieldProblem | undefined {
  const length = [...text.slice(0, rule.max * 2 + 2)].length;
  if (text.trim().length === 0 && (rule.min ?? 1) > 0) {
    return { path, code: 'REQUIRED', message: { pt: 'Preencha este campo.', en: 'Fill in this field.' } };
  }
  if (length < (rule.min ?? 1)) {
    const minimum = String(rule.min ?? 1);
    return {
      path,
      code: 'TOO_SHORT',
      message: { pt: `Use ao menos ${minimum} caracteres.`, en: `Use at least ${minimum} characters.` },
    };
  }
  if (length > rule.max) {
    const maximum = String(rule.max);
    return {
      path,
      code: 'TOO_LONG',
      message: { pt: `Use no máximo ${maximum} caracteres.`, en: `Use at most ${maximum} characters.` },
    };
  }
  const forbidden = rule.multiline === true ? /[^\P{Cc}\n\r\t]/u : /\p{Cc}/u;
  if (!text.isWellFormed() || forbidden.test(text)) {
    return {
      path,
      code: 'FORBIDDEN_CHARACTER',
      message: {
        pt: 'O texto tem caracteres de controle. Digite-o de novo.',
        en: 'The text has control characters. Type it again.',
      },
    };
  }
  return undefined;
}
