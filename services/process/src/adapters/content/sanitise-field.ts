import type { FieldProblem } from '@guiche/kit/errors';
import { sanitiseContent } from './sanitise-content.ts';

/** Editor content that stands in one field of an input: what is wrong with it are problems of that field. */
export function sanitiseField(html: string, path: string): { html: string; text: string; problems: readonly FieldProblem[] } {
  const { problems, ...content } = sanitiseContent(html);
  return { ...content, problems: problems.map(({ code, message }) => ({ path, code, message })) };
}
