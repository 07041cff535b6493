import type { MutationResolvers } from '../../../generated/graphql.ts';
import { acceptTask } from '../../../use-cases/tasks/accept-task.ts';
import { assignTask } from '../../../use-cases/tasks/assign-task.ts';
import { cancelTask } from '../../../use-cases/tasks/cancel-task.ts';
import { resolveTask } from '../../../use-cases/tasks/resolve-task.ts';
import { returnTask } from '../../../use-cases/tasks/return-task.ts';

/** What changes a task. */
export const taskActs = {
  async assignTask(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(assignTask, input);
    return { taskId: result.taskId, replayed };
  },
  async resolveTask(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(resolveTask, input);
    return { taskId: result.taskId, replayed };
  },
  async acceptTask(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(acceptTask, input);
    return { taskId: result.taskId, replayed };
  },
  async returnTask(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(returnTask, input);
    return { taskId: result.taskId, replayed };
  },
  async cancelTask(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(cancelTask, input);
    return { taskId: result.taskId, replayed };
  },
} satisfies MutationResolvers;
