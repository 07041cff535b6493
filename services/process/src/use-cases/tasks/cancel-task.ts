import { refuseProblems, textProblem } from '@guiche/kit/errors';
import { cancel } from '../../domain/tasks/task-acts.ts';
import { taskCancelled } from '../../domain/tasks/task-movements.ts';
import { defineUseCase } from '../define.ts';
import { refuseStale } from '../refuse-stale.ts';
import { endRequest } from './end-request.ts';
import { decisionOf, keepDecision } from './keep-decision.ts';
import { loadWorkedTask } from './load-task.ts';
import type { ActOnTask } from './load-task.ts';

export interface CancelTask extends ActOnTask {
  readonly reason: string;
}

/** The unit no longer wants what it asked for (cancelada, TA-02). */
export const cancelTask = defineUseCase({
  name: 'cancelTask',
  action: 'task:decide',
  load: loadWorkedTask<CancelTask>,
  async run({ input, resource: worked, ...command }, ports) {
    refuseProblems([textProblem('reason', input.reason, { max: 500, multiline: true })].filter((problem) => problem !== undefined));
    refuseStale(worked.task, input.expectedVersion);
    const decision = { ...decisionOf(worked, command), reason: input.reason.trim() };
    const cancelled = cancel(worked.task, decision);
    await endRequest(cancelled.task, { at: decision.at, by: decision.staffId, reason: decision.reason }, ports);
    return keepDecision(worked, cancelled, { movement: taskCancelled, command }, ports);
  },
});
