import type { FieldProblem, Wording } from '@guiche/kit/errors';
import { commonPasswords } from './common-passwords.ts';

/** ID-02 (domain.md): at least 8 characters with letters and digits. Longer than 128 is refused, never cut. */
export const shortestPassword = 8;
export const longestPassword = 128;

/**
 * What is wrong with a new password, first problem only. `contextWords` are things others know of its owner (names,
 * login); a password that is nothing but one of them and digits is refused, and so is one that contains the CPF.
 */
export function passwordProblem(
  path: string,
  password: string,
  context: { readonly words: readonly string[]; readonly cpf?: string | undefined },
): FieldProblem | undefined {
  const length = [...password.slice(0, 2 * longestPassword + 2)].length;
  if (length < shortestPassword) return problem(path, 'PASSWORD_TOO_SHORT', texts.tooShort);
  if (length > longestPassword) return problem(path, 'PASSWORD_TOO_LONG', texts.tooLong);
  if (!password.isWellFormed() || /\p{Cc}/u.test(password)) return problem(path, 'FORBIDDEN_CHARACTER', texts.forbidden);
  if (!/\p{L}/u.test(password) || !/\p{Nd}/u.test(password)) return problem(path, 'PASSWORD_TOO_SIMPLE', texts.tooSimple);
  if (isKnownToOthers(password, context)) return problem(path, 'PASSWORD_TOO_COMMON', texts.tooCommon);
  return undefined;
}

function isKnownToOthers(password: string, context: { words: readonly string[]; cpf?: string | undefined }): boolean {
  if (commonPasswords.has(password.toLowerCase())) return true;
  if (context.cpf !== undefined && password.replace(/\D/g, '').includes(context.cpf)) return true;
  const letters = lettersOf(password);
  const words = context.words.map(lettersOf).filter((word) => word.length >= 3);
  return words.includes(letters);
}

/** `João.Silva-2026` -> `joaosilva`. */
function lettersOf(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
}

function problem(path: string, code: string, message: Wording): FieldProblem {
  return { path, code, message };
}

const texts = {
  tooShort: { pt: 'Use ao menos 8 caracteres.', en: 'Use at least 8 characters.' },
  tooLong: { pt: 'Use no máximo 128 caracteres.', en: 'Use at most 128 characters.' },
  forbidden: {
    pt: 'A senha tem caracteres de controle. Digite-a de novo.',
    en: 'The password has control characters. Type it again.',
  },
  tooSimple: { pt: 'Use letras e números na senha.', en: 'Use letters and digits in the password.' },
  tooCommon: {
    pt: 'Esta senha é fácil de adivinhar: é muito comum ou repete seus dados. Escolha outra.',
    en: 'This password is easy to guess: it is very common or repeats your data. Choose another.',
  },
} satisfies Record<string, Wording>;
