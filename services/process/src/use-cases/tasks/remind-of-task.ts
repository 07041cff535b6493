import { remind } from '../../domain/tasks/task-acts.ts';
import { defineUseCase } from '../define.ts';
import type { TaskRound } from './expire-task.ts';

/** A task is still open shortly before its due date: the person is reminded. */
export const remindOfTask = defineUseCase({
  name: 'remindOfTask',
  action: 'task:remind',
  load: () => null,
  async run({ input: { taskId, round }, now }: { input: TaskRound; now: Date }, { tasks }) {
    const [task] = await tasks.findMany([taskId]);
    const reminder = task === undefined ? undefined : remind(task, { round, now });
    return reminder === undefined ? { result: null } : { result: null, events: [reminder] };
  },
});
