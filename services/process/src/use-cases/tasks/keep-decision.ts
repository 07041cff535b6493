import type { Command, Outcome } from '@guiche/kit/use-case';
import type { Movement, Place } from '../../domain/processes/movement.ts';
import type { TaskEvent } from '../../domain/tasks/events.ts';
import type { Acted } from '../../domain/tasks/task-acts.ts';
import type { WorkedTask } from '../../domain/tasks/task-reading.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { staffIdOf } from '../access/confirm-terms.ts';
import { placeOf } from '../processes/place-of.ts';
import type { Ports } from '../ports.ts';

/** Who decides about an answer, when and for which unit. */
export function decisionOf({ unit }: WorkedTask, { actor, now }: Pick<Command<unknown>, 'actor' | 'now'>) {
  return { at: now, staffId: staffIdOf(actor), unitId: unit.id };
}

/** Writes what a unit decided about a task, with its line of history. */
export async function keepDecision(
  worked: WorkedTask,
  { task, event }: Acted<TaskEvent>,
  { movement, command }: { movement: (place: Place, task: Task) => Movement; command: Pick<Command<unknown>, 'actor' | 'now' | 'newId'> },
  { tasks, movements }: Pick<Ports, 'tasks' | 'movements'>,
): Promise<Outcome<{ taskId: string }>> {
  await tasks.update(task);
  await movements.append([movement(placeOf(worked, command), task)]);
  return { result: { taskId: task.id }, events: [event], audit: [auditOf(worked.task, task)] };
}

/** Ids and states, no personal data. */
export function auditOf(before: Task | null, after: Task) {
  return {
    entity: { type: 'task', id: after.id },
    municipalityId: after.municipalityId,
    before: before === null ? null : traceOf(before),
    after: traceOf(after),
  };
}

function traceOf({ state, round, dueOn }: Task): object {
  return { state, round, dueOn };
}
