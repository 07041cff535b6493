import { TaskKind, decodeEvent } from '@guiche/contracts';
import type { Envelope } from '@guiche/kit/outbox';
import type { NewMessage } from '../../use-cases/write-messages.ts';

/** What every event about a task tells. */
interface OfTask {
  readonly taskId: string;
  readonly municipalityId: string;
  readonly processNumber: string;
  readonly unitId: string;
  readonly personId: string;
  readonly kind: TaskKind;
}

/** Tasks of persons (pendências): wire type -> the message it makes. A round is told of once. */
export const messagesAboutTasks: Readonly<Record<string, (envelope: Envelope) => NewMessage>> = {
  'guiche.process.v1.TaskAssigned': ({ payload }) => {
    const task = decodeEvent('guiche.process.v1.TaskAssigned', payload);
    return { key: `task-assigned:${task.taskId}`, kind: 'TASK_ASSIGNED', ...toPerson(task, { dueOn: task.dueOn }) };
  },
  'guiche.process.v1.TaskResolved': ({ payload }) => {
    const task = decodeEvent('guiche.process.v1.TaskResolved', payload);
    const { taskId, unitId, municipalityId } = task;
    return {
      key: `task-resolved:${taskId}:${String(task.round)}`, kind: 'TASK_RESOLVED', unitId, municipalityId, facts: factsOf(task), path: pathOf(task), inInbox: false,
    };
  },
  'guiche.process.v1.TaskAccepted': ({ payload }) => {
    const task = decodeEvent('guiche.process.v1.TaskAccepted', payload);
    return { key: `task-accepted:${task.taskId}`, kind: 'TASK_ACCEPTED', ...toPerson(task) };
  },
  'guiche.process.v1.TaskReturned': ({ payload }) => {
    const task = decodeEvent('guiche.process.v1.TaskReturned', payload);
    const { taskId, round, reason, dueOn } = task;
    return { key: `task-returned:${taskId}:${String(round)}`, kind: 'TASK_RETURNED', ...toPerson(task, { reason, dueOn }) };
  },
  'guiche.process.v1.TaskCancelled': ({ payload }) => {
    const task = decodeEvent('guiche.process.v1.TaskCancelled', payload);
    return { key: `task-cancelled:${task.taskId}`, kind: 'TASK_CANCELLED', ...toPerson(task, { reason: task.reason }) };
  },
  'guiche.process.v1.TaskReminderDue': ({ payload }) => {
    const task = decodeEvent('guiche.process.v1.TaskReminderDue', payload);
    return { key: `task-reminder:${task.taskId}:${String(task.round)}`, kind: 'TASK_REMINDER', ...toPerson(task, { dueOn: task.dueOn }) };
  },
  'guiche.process.v1.TaskExpired': ({ payload }) => {
    const task = decodeEvent('guiche.process.v1.TaskExpired', payload);
    return { key: `task-expired:${task.taskId}`, kind: 'TASK_EXPIRED', ...toPerson(task, { dueOn: task.dueOn }) };
  },
};

function toPerson(task: OfTask, more: { dueOn?: string; reason?: string } = {}): Omit<NewMessage, 'key' | 'kind'> {
  const { personId, municipalityId } = task;
  return { personId, municipalityId, facts: { ...factsOf(task), ...more }, path: pathOf(task), inInbox: true };
}

function factsOf({ processNumber, kind }: OfTask): { processNumber: string; taskKind: string } {
  return { processNumber, taskKind: wordOf(kind) };
}

function pathOf({ taskId }: OfTask): string {
  return `/pendencias/${taskId}`;
}

function wordOf(kind: TaskKind): string {
  switch (kind) {
    case TaskKind.COMPLEMENT:
      return 'complementação';
    case TaskKind.SIGN:
      return 'assinatura';
    case TaskKind.ACKNOWLEDGE:
      return 'ciência';
    case TaskKind.RESPOND:
      return 'resposta';
    case TaskKind.UNSPECIFIED:
      throw new Error('A task of a kind this version does not know');
  }
}
