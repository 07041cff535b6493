import type { Principal } from '@guiche/kit/auth';
import { processErrors } from '../../domain/errors.ts';
import type { Task } from '../../domain/tasks/task.ts';
import type { ReadableTask, WorkedTask } from '../../domain/tasks/task-reading.ts';
import { readableProcesses } from '../processes/load-readable.ts';
import { loadWorkedProcess } from '../processes/load-worked.ts';
import type { Ports } from '../ports.ts';

/** An act of a unit on a task. */
export interface ActOnTask {
  readonly taskId: string;
  readonly unitId: string;
  readonly expectedVersion: number;
}

/** Tasks with their processes, ready to be judged. */
export async function readableTasks(tasks: readonly Task[], ports: Pick<Ports, 'processes' | 'grants' | 'documentShares'>, actor: Principal): Promise<ReadableTask[]> {
  if (tasks.length === 0) return [];
  const found = await ports.processes.findMany([...new Set(tasks.map(({ processId }) => processId))]);
  const byId = new Map((await readableProcesses(found, ports, actor)).map((process) => [process.id, process]));
  return tasks.flatMap((task) => {
    const process = byId.get(task.processId);
    return process === undefined ? [] : [{ ...task, process }];
  });
}

/** One task for whoever may see it. */
export async function loadReadableTask(taskId: string, ports: Pick<Ports, 'tasks' | 'processes' | 'grants' | 'documentShares'>, actor: Principal): Promise<ReadableTask> {
  const [task] = await readableTasks(await ports.tasks.findMany([taskId]), ports, actor);
  if (task === undefined) throw processErrors.TASK_NOT_FOUND();
  return task;
}

/** One task as the unit that decides has it before itself: what every act of a unit on a task loads. */
export async function loadWorkedTask<Input extends ActOnTask>({ input, actor }: { input: Input; actor: Principal }, ports: Ports): Promise<WorkedTask> {
  const [task] = await ports.tasks.findMany([input.taskId]);
  if (task === undefined) throw processErrors.TASK_NOT_FOUND();
  return { task, ...(await loadWorkedProcess({ processId: task.processId, unitId: input.unitId }, ports, actor, processErrors.TASK_NOT_FOUND)) };
}
