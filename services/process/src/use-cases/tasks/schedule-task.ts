import { datesOf } from '../../domain/tasks/task-terms.ts';
import type { Task } from '../../domain/tasks/task.ts';
import type { Ports } from '../ports.ts';

/** Rows that remind the person two days before the due date of this round, and that end it after its last instant. */
export async function scheduleTask(
  { id: taskId, round, dueOn, dueAt }: Task,
  { now, timeZone }: { now: Date; timeZone: string },
  { schedule }: Pick<Ports, 'schedule'>,
): Promise<void> {
  const { remindAt } = datesOf(dueOn, { now, timeZone });
  if (remindAt !== null) await schedule.remindOfTask({ taskId, round, dueAt: remindAt });
  await schedule.expireTask({ taskId, round, dueAt: new Date(dueAt.getTime() + 1) });
}
