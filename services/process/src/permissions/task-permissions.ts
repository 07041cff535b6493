import { definePermissions } from '@guiche/kit/auth';
import type { AppForPersonPrincipal, PersonPrincipal, StaffPrincipal } from '@guiche/kit/auth';
import { processErrors } from '../domain/errors.ts';
import type { WorkedProcess } from '../domain/processes/worked.ts';
import type { Unit } from '../domain/settings/municipality.ts';
import type { ReadableTask, WorkedTask } from '../domain/tasks/task-reading.ts';
import type { Task } from '../domain/tasks/task.ts';
import { worksIn, worksOn, attends, readsAccesses } from './staff-rights.ts';

/** What each action is judged on. */
export interface TaskResources {
  'task:assign': WorkedProcess;
  'task:resolve': ReadableTask;
  'task:decide': WorkedTask;
  'task:read': ReadableTask;
  'task:list': Unit;
  'task:list-own': null;
  'task:remind': null;
  'task:expire': null;
}

/** The person who is asked, in the city of the app that asks for him. */
const isAsked = (actor: PersonPrincipal | AppForPersonPrincipal, { personId, municipalityId }: Task): boolean =>
  personId === actor.personId && (actor.kind === 'person' || actor.municipalityId === municipalityId);
/** The unit that asked, or one where the process runs by now. */
const decidesTask = (staff: StaffPrincipal, { task, ...worked }: WorkedTask): boolean =>
  worksOn(staff, worked) || (attends(staff, worked) && worked.unit.id === task.unitId);

/** Tasks of persons. */
export const taskPermissions = definePermissions<TaskResources>({
  'task:assign': { staff: worksOn, denied: processErrors.PROCESS_NOT_FOUND },
  // No scope: an app shows tasks, the person does them.
  'task:resolve': { person: isAsked, denied: processErrors.TASK_NOT_FOUND },
  'task:decide': { staff: decidesTask, denied: processErrors.TASK_NOT_FOUND },
  'task:read': { person: isAsked, staff: (staff, { process }) => readsAccesses(staff, process), scope: 'process:read', denied: processErrors.TASK_NOT_FOUND },
  'task:list': { staff: worksIn, denied: processErrors.UNIT_NOT_FOUND },
  'task:list-own': { person: true, scope: 'process:read' },
  'task:remind': { system: ['task-schedule'] },
  'task:expire': { system: ['task-schedule'] },
});
