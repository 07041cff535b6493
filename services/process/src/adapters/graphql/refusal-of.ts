import { isAppError } from '@guiche/kit/errors';
import type { Language } from '@guiche/kit/errors';

/** A refusal as part of an answer about many things; a bug stays a bug. */
export function refusalOf(error: unknown, language: Language): { code: string; message: string } {
  if (!isAppError(error)) throw error;
  return { code: error.code, message: error.wording[language] };
}
