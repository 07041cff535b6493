import { formatLocalDate } from '@guiche/kit/calendar';
import type { Movement, Place } from '../processes/movement.ts';
import { taskKindLabel } from './task.ts';
import type { Task } from './task.ts';

// Whom it was given to, and what was written about it, is not everybody's who reads the process (LW-03).
const named = ({ kind }: Pick<Task, 'kind'>): string => `Pendência de ${taskKindLabel(kind).toLowerCase()}`;

export function taskAssigned(place: Place, task: Pick<Task, 'kind' | 'dueOn'>): Movement {
  return { ...place, kind: 'TASK_ASSIGNED', description: `${named(task)} criada, com prazo até ${formatLocalDate(task.dueOn)}` };
}

export function taskResolved(place: Place, task: Pick<Task, 'kind'>): Movement {
  return { ...place, kind: 'TASK_RESOLVED', description: `${named(task)} respondida` };
}

export function taskAccepted(place: Place, task: Pick<Task, 'kind'>): Movement {
  return { ...place, kind: 'TASK_ACCEPTED', description: `Aceita a resposta à ${named(task).toLowerCase()}` };
}

export function taskReturned(place: Place, task: Pick<Task, 'kind' | 'dueOn'>): Movement {
  return { ...place, kind: 'TASK_RETURNED', description: `${named(task)} devolvida, com novo prazo até ${formatLocalDate(task.dueOn)}` };
}

export function taskCancelled(place: Place, task: Pick<Task, 'kind'>): Movement {
  return { ...place, kind: 'TASK_CANCELLED', description: `${named(task)} cancelada` };
}

export function taskExpired(place: Place, task: Pick<Task, 'kind' | 'dueOn'>): Movement {
  return { ...place, kind: 'TASK_EXPIRED', description: `${named(task)} expirada sem resposta em ${formatLocalDate(task.dueOn)}` };
}
