import { reachOf } from '../processes/reading.ts';
import type { ReadableProcess, Reader } from '../processes/reading.ts';
import type { WorkedProcess } from '../processes/worked.ts';
import type { Task } from './task.ts';

/** A task with its process: what reading is judged on. */
export interface ReadableTask extends Task {
  readonly process: ReadableProcess;
}

/** A task as the unit that decides about it has it before itself. */
export interface WorkedTask extends WorkedProcess {
  readonly task: Task;
}

/** The process of a task, where the reader may see it; a person may have lost the access that he was asked with. */
export function processSeenBy(reader: Reader, { process }: ReadableTask): ReadableProcess | null {
  return reachOf(reader, process).kind === 'nothing' ? null : process;
}

/** Which tasks of a process somebody sees: all, those of one person, or none. */
export type TaskReach = 'all' | 'none' | { readonly personId: string };

/** Units that have or had the process see all of its tasks, a person his own. */
export function taskReach(reader: Reader, process: ReadableProcess): TaskReach {
  switch (reader.kind) {
    case 'staff':
      return process.unitIds.some((id) => reader.unitIds.includes(id)) ? 'all' : 'none';
    case 'person':
      return { personId: reader.personId };
    case 'isolated':
    case 'nobody':
      return 'none';
  }
}
