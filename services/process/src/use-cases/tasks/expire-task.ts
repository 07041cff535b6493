import { expire } from '../../domain/tasks/task-acts.ts';
import { taskExpired } from '../../domain/tasks/task-movements.ts';
import { defineUseCase } from '../define.ts';
import { endRequest } from './end-request.ts';
import { auditOf } from './keep-decision.ts';

/** One round of a task, as its job names it. */
export interface TaskRound {
  readonly taskId: string;
  readonly round: number;
}

/** Ends a task whose due date is over (expirada, TA-02). Answering does not wait for it: it judges by the instant. */
export const expireTask = defineUseCase({
  name: 'expireTask',
  action: 'task:expire',
  load: () => null,
  async run({ input: { taskId, round }, now, newId }: { input: TaskRound; now: Date; newId: () => string }, ports) {
    const { tasks, movements } = ports;
    const [before] = await tasks.findMany([taskId]);
    const expired = before === undefined ? undefined : expire(before, { round, now });
    if (before === undefined || expired === undefined) return { result: null };
    const { task, event } = expired;
    const { processId, municipalityId, unitId } = task;
    await tasks.update(task);
    await endRequest(task, { at: now, by: 'task-schedule', reason: 'Prazo encerrado' }, ports);
    await movements.append([taskExpired({ id: newId(), processId, municipalityId, at: now, unitId, by: null }, task)]);
    return { result: null, events: [event], audit: [auditOf(before, task)] };
  },
});
