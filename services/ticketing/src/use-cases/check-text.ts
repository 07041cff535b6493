import { refuseProblems, textProblem } from '@guiche/kit/errors';

/** Refuses a text that is empty, too long or not storable as it is; `path` is its input path. */
export function checkText(path: string, text: string): void {
  const problem = textProblem(path, text, { max: 4_000, multiline: true });
  refuseProblems(problem === undefined ? [] : [problem]);
}
