import { findTask } from '../../../use-cases/tasks/read-task.ts';
import type { GraphQLContext } from '../context.ts';
import type { ActedTask } from '../models.ts';
import { Task } from './Task.ts';
import { TaskAnswerPreview } from './TaskAnswerPreview.ts';

/** Every act on a task answers with it as it is now. */
const payload = {
  task: ({ taskId }: ActedTask, _args: unknown, { ask }: GraphQLContext) => ask(findTask, { id: taskId }),
};

/** The types of what units ask of persons. */
export const taskTypes = {
  AcceptTaskPayload: payload,
  AssignTaskPayload: payload,
  CancelTaskPayload: payload,
  ResolveTaskPayload: payload,
  ReturnTaskPayload: payload,
  Task,
  TaskAnswerPreview,
};
