import { refuseProblems, textProblem } from '@guiche/kit/errors';

/** Refuses a reason that history cannot keep in one line. */
export function refuseReason(reason: string): void {
  const problem = textProblem('reason', reason, { max: 250 });
  refuseProblems(problem === undefined ? [] : [problem]);
}
