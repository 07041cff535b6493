import { platformErrors } from '@guiche/kit/errors';
import { findPage, findPages, inSession } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import type { ClientSession, Connection } from 'mongoose';
import type { TaskReach } from '../../../domain/tasks/task-reading.ts';
import type { TaskState } from '../../../domain/tasks/task.ts';
import type { TaskRepository } from '../../../use-cases/tasks/ports.ts';
import { processOf } from '../processes/process-row.ts';
import type { ProcessRow } from '../processes/process-row.ts';
import { withReadableProcess } from '../processes/with-readable-process.ts';
import { taskOf } from './task-row.ts';
import type { TaskRow } from './task-row.ts';

interface JoinedRow extends TaskRow {
  readonly process: readonly ProcessRow[];
}

const newestFirst = [['assignedAt', -1]] as const;

export function taskRepository(connection: Connection, session: ClientSession | undefined): TaskRepository {
  const tasks = connection.model<TaskRow>('Task');
  return {
    async insert({ id, ...task }) {
      await tasks.create([{ _id: id, ...task }], inSession(session));
    },
    async update({ id, ...task }) {
      const { matchedCount } = await tasks.replaceOne({ _id: id, version: task.version - 1 }, task, inSession(session));
      if (matchedCount === 0) throw platformErrors.STALE_VERSION();
    },
    async findMany(ids) {
      if (ids.length === 0) return [];
      return (await tasks.find({ _id: { $in: ids } }, null, inSession(session)).lean<TaskRow[]>()).map(taskOf);
    },
    async pageOfPerson({ states, ...owner }, page) {
      return mapPage(await findPage(tasks, { ...owner, ...statesFilter(states) }, newestFirst, page), taskOf);
    },
    async pageOfUnit({ unitId, states, reader }, page) {
      const list = { filter: { unitId, ...statesFilter(states) }, page, through: withReadableProcess('processId', { reader, grantedIds: [] }) };
      const [found] = await findPages(connection.model<JoinedRow>('Task'), [list], newestFirst);
      if (found === undefined) throw new Error('A page was asked for');
      return mapPage(found, ({ process: [process], ...row }) => {
        if (process === undefined) throw new Error('A task without its process');
        return { task: taskOf(row), process: processOf(process) };
      });
    },
    async pagesOf(requests) {
      const lists = requests.map(({ processId, reach, page }) => ({ filter: { processId, ...reachFilter(reach) }, page }));
      return (await findPages(tasks, lists, newestFirst)).map((page) => mapPage(page, taskOf));
    },
  };
}

function statesFilter(states: readonly TaskState[] | undefined): object {
  return states === undefined ? {} : { state: { $in: [...states] } };
}

function reachFilter(reach: TaskReach): object {
  if (reach === 'all') return {};
  return reach === 'none' ? { _id: { $in: [] } } : { personId: reach.personId };
}
