import type { Page, PageRequest } from '@guiche/kit/use-case';
import type { Reader } from '../../domain/processes/reading.ts';
import type { Process } from '../../domain/processes/process.ts';
import type { Task, TaskState } from '../../domain/tasks/task.ts';
import type { TaskReach } from '../../domain/tasks/task-reading.ts';

/** What tasks need besides processes and documents. */
export interface TaskPorts {
  readonly tasks: TaskRepository;
}

export interface TaskRepository {
  insert(task: Task): Promise<void>;
  /** Throws `STALE_VERSION` when somebody was faster. */
  update(task: Task): Promise<void>;
  findMany(ids: readonly string[]): Promise<Task[]>;
  /** Those of one person, newest first. */
  pageOfPerson(filter: { personId: string; municipalityId?: string; states?: readonly TaskState[] }, page: PageRequest): Promise<Page<Task>>;
  /** Those a unit gave, newest first, with their processes; only what this member of the staff may see. */
  pageOfUnit(
    search: { unitId: string; states?: readonly TaskState[]; reader: Extract<Reader, { kind: 'staff' }> },
    page: PageRequest,
  ): Promise<Page<{ readonly task: Task; readonly process: Process }>>;
  /** A page for each process, newest first, in one query, aligned with the requests. */
  pagesOf(requests: readonly { processId: string; reach: TaskReach; page: PageRequest }[]): Promise<Page<Task>[]>;
}
