import { connectionOf } from '@guiche/kit/graphql';
import type { QueryResolvers } from '../../../generated/graphql.ts';
import { listMyTasks, listUnitTasks } from '../../../use-cases/tasks/list-tasks.ts';
import { previewTaskAnswer } from '../../../use-cases/tasks/preview-task-answer.ts';
import { findTask } from '../../../use-cases/tasks/read-task.ts';

/** What is asked about tasks. */
export const taskQueries = {
  myTasks: async (_parent, input, { ask }) => connectionOf(await ask(listMyTasks, input)),
  unitTasks: async (_parent, input, { ask }) => connectionOf(await ask(listUnitTasks, input)),
  task: (_parent, input, { ask }) => ask(findTask, input),
  previewTaskAnswer: (_parent, { input }, { ask }) => ask(previewTaskAnswer, input),
} satisfies QueryResolvers;
