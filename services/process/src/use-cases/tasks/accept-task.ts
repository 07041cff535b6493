import { accept } from '../../domain/tasks/task-acts.ts';
import { taskAccepted } from '../../domain/tasks/task-movements.ts';
import { defineUseCase } from '../define.ts';
import { refuseStale } from '../refuse-stale.ts';
import { decisionOf, keepDecision } from './keep-decision.ts';
import { loadWorkedTask } from './load-task.ts';
import type { ActOnTask } from './load-task.ts';

/** The unit takes the answer (aceita, TA-02). */
export const acceptTask = defineUseCase({
  name: 'acceptTask',
  action: 'task:decide',
  load: loadWorkedTask<ActOnTask>,
  run({ input, resource: worked, ...command }, ports) {
    refuseStale(worked.task, input.expectedVersion);
    return keepDecision(worked, accept(worked.task, decisionOf(worked, command)), { movement: taskAccepted, command }, ports);
  },
});
