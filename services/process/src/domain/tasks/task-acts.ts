import { formatLocalDate } from '@guiche/kit/calendar';
import { processErrors } from '../errors.ts';
import type { Process } from '../processes/process.ts';
import type {
  TaskAccepted,
  TaskAssigned,
  TaskCancelled,
  TaskEvent,
  TaskExpired,
  TaskReminderDue,
  TaskResolved,
  TaskReturned,
} from './events.ts';
import { awaitsPerson, taskStateLabel } from './task.ts';
import type { Task, TaskAnswer, TaskDecision } from './task.ts';

/** A task after an act, and what happened. */
export interface Acted<Event extends TaskEvent> {
  readonly task: Task;
  readonly event: Event;
}

type Decision = Omit<TaskDecision, 'kind'>;

/** A unit asks a person to do something in a process (TA-01). */
export function assign(
  process: Pick<Process, 'id' | 'number' | 'municipalityId'>,
  facts: Pick<
    Task,
    'id' | 'unitId' | 'personId' | 'kind' | 'instructions' | 'requirements' | 'signatureLevel' | 'documentId' | 'dueOn' | 'dueAt' | 'assignedAt' | 'assignedBy'
  >,
): Acted<TaskAssigned> {
  const task: Task = {
    ...facts,
    municipalityId: process.municipalityId,
    processId: process.id,
    processNumber: process.number,
    state: 'OPEN',
    round: 1,
    answer: null,
    decision: null,
    version: 1,
  };
  const { dueOn } = task;
  return { task, event: { type: 'TaskAssigned', ...about(task), data: { ...told(task), dueOn } } };
}

/** The person answers, until the last instant of the due date whatever the job that expires tasks has done. */
export function resolve(task: Task, answer: TaskAnswer): Acted<TaskResolved> {
  refuseUnlessAwaiting(task, answer.at);
  const after: Task = { ...task, state: 'RESOLVED', answer, version: task.version + 1 };
  return { task: after, event: { type: 'TaskResolved', ...about(after), data: { ...told(after), resolvedAt: answer.at } } };
}

/** The unit takes the answer (aceita). */
export function accept(task: Task, decision: Omit<Decision, 'reason'>): Acted<TaskAccepted> {
  refuseUnlessResolved(task);
  const after: Task = { ...task, state: 'ACCEPTED', decision: { ...decision, kind: 'ACCEPTED', reason: null }, version: task.version + 1 };
  return { task: after, event: { type: 'TaskAccepted', ...about(after), data: told(after) } };
}

/** The unit gives the task back (devolvida): open again, with a new due date. */
export function sendBack(
  task: Task,
  { dueOn, dueAt, ...decision }: Decision & { reason: string; dueOn: string; dueAt: Date },
): Acted<TaskReturned> {
  refuseUnlessResolved(task);
  const after: Task = {
    ...task,
    state: 'RETURNED',
    round: task.round + 1,
    dueOn,
    dueAt,
    decision: { ...decision, kind: 'RETURNED' },
    version: task.version + 1,
  };
  return { task: after, event: { type: 'TaskReturned', ...about(after), data: { ...told(after), reason: decision.reason, dueOn } } };
}

/** The unit no longer wants it (cancelada), while the person has not answered. */
export function cancel(task: Task, decision: Decision & { reason: string }): Acted<TaskCancelled> {
  refuseUnlessAwaiting(task, decision.at);
  const after: Task = { ...task, state: 'CANCELLED', decision: { ...decision, kind: 'CANCELLED' }, version: task.version + 1 };
  return { task: after, event: { type: 'TaskCancelled', ...about(after), data: { ...told(after), reason: decision.reason } } };
}

/** The due date of this round is over without an answer (expirada); undefined when it is not, or there is one. */
export function expire(task: Task, { round, now }: { round: number; now: Date }): Acted<TaskExpired> | undefined {
  if (!awaitsPerson(task) || task.round !== round || now <= task.dueAt) return undefined;
  const after: Task = { ...task, state: 'EXPIRED', version: task.version + 1 };
  const { dueOn } = after;
  return { task: after, event: { type: 'TaskExpired', ...about(after), data: { ...told(after), dueOn } } };
}

/** Reminds the person of a round that is open; undefined when nothing is to be done any more. Changes nothing. */
export function remind(task: Task, { round, now }: { round: number; now: Date }): TaskReminderDue | undefined {
  if (!awaitsPerson(task) || task.round !== round || now > task.dueAt) return undefined;
  const { dueOn } = task;
  return { type: 'TaskReminderDue', ...about(task), data: { ...told(task), dueOn } };
}

/** Refuses what only a person who has something to do may do. */
export function refuseUnlessAwaiting(task: Task, now: Date): void {
  if (task.state === 'RESOLVED') throw processErrors.TASK_ALREADY_RESOLVED();
  if (task.state === 'EXPIRED' || (awaitsPerson(task) && now > task.dueAt)) throw processErrors.TASK_EXPIRED({ dueOn: formatLocalDate(task.dueOn) });
  if (!awaitsPerson(task)) throw ended(task);
}

function refuseUnlessResolved(task: Task): void {
  if (task.state === 'RESOLVED') return;
  if (task.state === 'EXPIRED') throw processErrors.TASK_EXPIRED({ dueOn: formatLocalDate(task.dueOn) });
  throw awaitsPerson(task) ? processErrors.TASK_NOT_RESOLVED() : ended(task);
}

function ended({ state }: Task): Error {
  return processErrors.TASK_ENDED({ state: taskStateLabel(state) });
}

function about({ id, municipalityId }: Task): { aggregate: { type: 'task'; id: string }; tenantId: string } {
  return { aggregate: { type: 'task', id }, tenantId: municipalityId };
}

function told({ id, processId, processNumber, municipalityId, unitId, personId, kind, round }: Task): TaskAccepted['data'] {
  return { taskId: id, processId, processNumber, municipalityId, unitId, personId, kind, round };
}
