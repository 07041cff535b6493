import type { Principal } from '@guiche/kit/auth';
import { defineEntityQuery, defineQuery } from '../define.ts';
import { loadReadableTask, readableTasks } from './load-task.ts';

/** One task by id. */
export const findTask = defineQuery({
  action: 'task:read',
  load: ({ input, actor }: { input: { id: string }; actor: Principal }, ports) => loadReadableTask(input.id, ports, actor),
  run: ({ resource }) => resource,
});

/** Tasks by id, for loaders and references: null for what the actor may not see. */
export const readTask = defineEntityQuery({
  action: 'task:read',
  loadMany: async (ids, ports, actor) => readableTasks(await ports.tasks.findMany(ids), ports, actor),
  idOf: ({ id }) => id,
});
