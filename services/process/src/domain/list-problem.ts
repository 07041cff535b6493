import type { FieldProblem } from '@guiche/kit/errors';

/** What is wrong with a list that a client sent: it is longer than anybody needs. Undefined when it is not. */
export function listProblem(path: string, list: readonly unknown[], maximum: number): FieldProblem | undefined {
  if (list.length <= maximum) return undefined;
  return { path, code: 'TOO_MANY', message: { pt: `Use no máximo ${String(maximum)}.`, en: `Use at most ${String(maximum)}.` } };
}
