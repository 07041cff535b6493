import { localDate } from '@guiche/kit/calendar';
import { refuseProblems, textProblem } from '@guiche/kit/errors';
import { sendBack } from '../../domain/tasks/task-acts.ts';
import { taskReturned } from '../../domain/tasks/task-movements.ts';
import { datesOf, dueProblem } from '../../domain/tasks/task-terms.ts';
import { defineUseCase } from '../define.ts';
import { knownMunicipality } from '../numbers/take-process-number.ts';
import { refuseStale } from '../refuse-stale.ts';
import { decisionOf, keepDecision } from './keep-decision.ts';
import { loadWorkedTask } from './load-task.ts';
import type { ActOnTask } from './load-task.ts';
import { scheduleTask } from './schedule-task.ts';

export interface ReturnTask extends ActOnTask {
  readonly reason: string;
  readonly dueOn: string;
}

/** The unit gives the answer back with the reason and a new due date (devolvida, TA-02). */
export const returnTask = defineUseCase({
  name: 'returnTask',
  action: 'task:decide',
  load: loadWorkedTask<ReturnTask>,
  async run({ input: { reason, dueOn, expectedVersion }, resource: worked, ...command }, ports) {
    const { now } = command;
    const { timeZone } = await knownMunicipality(worked.task.municipalityId, ports);
    const problems = [textProblem('reason', reason, { max: 500, multiline: true }), dueProblem(dueOn, localDate(now, timeZone))];
    refuseProblems(problems.filter((problem) => problem !== undefined));
    refuseStale(worked.task, expectedVersion);
    const { dueAt } = datesOf(dueOn, { now, timeZone });
    const returned = sendBack(worked.task, { ...decisionOf(worked, command), reason: reason.trim(), dueOn, dueAt });
    await scheduleTask(returned.task, { now, timeZone }, ports);
    return keepDecision(worked, returned, { movement: taskReturned, command }, ports);
  },
});
