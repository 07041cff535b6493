import type { Fact } from '../fact.ts';
import type { TaskKind } from './task.ts';

interface OfTask {
  readonly taskId: string;
  readonly processId: string;
  readonly processNumber: string;
  readonly municipalityId: string;
  readonly unitId: string;
  readonly personId: string;
  readonly kind: TaskKind;
  /** From 1; grows each time the task is returned. */
  readonly round: number;
}

export type TaskAssigned = Fact<'TaskAssigned', 'task', OfTask & { readonly dueOn: string }>;
export type TaskResolved = Fact<'TaskResolved', 'task', OfTask & { readonly resolvedAt: Date }>;
export type TaskAccepted = Fact<'TaskAccepted', 'task', OfTask>;
export type TaskReturned = Fact<'TaskReturned', 'task', OfTask & { readonly reason: string; readonly dueOn: string }>;
export type TaskCancelled = Fact<'TaskCancelled', 'task', OfTask & { readonly reason: string }>;
export type TaskReminderDue = Fact<'TaskReminderDue', 'task', OfTask & { readonly dueOn: string }>;
export type TaskExpired = Fact<'TaskExpired', 'task', OfTask & { readonly dueOn: string }>;

/** What this service tells about what units ask of persons (pendências). */
export type TaskEvent = TaskAssigned | TaskResolved | TaskAccepted | TaskReturned | TaskCancelled | TaskReminderDue | TaskExpired;
