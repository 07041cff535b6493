import type { Principal } from '@guiche/kit/auth';
import { mapPage, pageRequest } from '@guiche/kit/use-case';
import type { Page, PageArguments, PageRequest } from '@guiche/kit/use-case';
import { processErrors } from '../../domain/errors.ts';
import type { ReadableProcess } from '../../domain/processes/reading.ts';
import { taskReach } from '../../domain/tasks/task-reading.ts';
import type { ReadableTask } from '../../domain/tasks/task-reading.ts';
import type { TaskState } from '../../domain/tasks/task.ts';
import { readerOf } from '../../permissions/reader-of.ts';
import { ownerOf } from '../access/own-processes.ts';
import { defineQuery } from '../define.ts';
import { readableTasks } from './load-task.ts';

export interface ListTasks extends PageArguments {
  readonly states?: readonly TaskState[] | null | undefined;
}

/** What units ask of the person, newest first (Minhas Pendências, PR-10). */
export const listMyTasks = defineQuery({
  action: 'task:list-own',
  load: () => null,
  async run({ input: { states, ...page }, actor }: { input: ListTasks; actor: Principal }, ports): Promise<Page<ReadableTask>> {
    const found = await ports.tasks.pageOfPerson({ ...ownerOf(actor), ...statesOf(states) }, pageRequest(page));
    const byId = new Map((await readableTasks(found.items, ports, actor)).map((task) => [task.id, task]));
    return mapPage(found, ({ id }) => {
      const task = byId.get(id);
      if (task === undefined) throw new Error(`Task ${id} has lost its process`);
      return task;
    });
  },
});

/** What a unit asked of persons, newest first. */
export const listUnitTasks = defineQuery({
  action: 'task:list',
  async load({ input }: { input: ListTasks & { readonly unitId: string } }, { units }) {
    const unit = await units.find(input.unitId);
    if (unit === undefined) throw processErrors.UNIT_NOT_FOUND();
    return unit;
  },
  async run({ input: { unitId, states, ...page }, actor }, { tasks }): Promise<Page<ReadableTask>> {
    const reader = readerOf(actor);
    if (reader.kind !== 'staff') throw new Error('Tasks of a unit are for its staff');
    const found = await tasks.pageOfUnit({ unitId, reader, ...statesOf(states) }, pageRequest(page));
    return mapPage(found, ({ task, process }) => ({ ...task, process: { ...process, grants: [] } }));
  },
});

interface OfProcess {
  readonly process: ReadableProcess;
  readonly page: PageRequest;
}

/** A page of the tasks of each process that the actor may see, in one query for all processes. */
export const listProcessTasks = defineQuery({
  action: 'process:read-contents',
  load: ({ input }: { input: readonly OfProcess[] }) => input.map(({ process }) => process),
  async run({ input, actor }, { tasks }): Promise<Page<ReadableTask>[]> {
    const reader = readerOf(actor);
    const pages = await tasks.pagesOf(input.map(({ process, page }) => ({ processId: process.id, reach: taskReach(reader, process), page })));
    return input.flatMap(({ process }, index) => {
      const page = pages[index];
      return page === undefined ? [] : [mapPage(page, (task) => ({ ...task, process }))];
    });
  },
});

function statesOf(states: ListTasks['states']): { states?: readonly TaskState[] } {
  return states == null || states.length === 0 ? {} : { states };
}
