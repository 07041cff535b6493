import type { MatrixRow } from '@guiche/kit/testing';
import { unitId } from '../rig.ts';
import { noApp, onlyFor, scopeless } from './callers.ts';
import type { Caller } from './callers.ts';
import { assignTask, taskTerms } from './matrix-world.ts';
import type { MatrixWorld } from './matrix-world.ts';
import { reference } from './reference.ts';

/** An act of the unit on a task; what the clerk of the unit meets leaves it as it is. */
const actOn =
  ({ taskId }: MatrixWorld) =>
  (name: string, answer: string, input: object = {}): MatrixRow<Caller> => ({
    send: (ask) =>
      ask(`mutation($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { replayed } }`, {
        input: { taskId, unitId, expectedVersion: 99, ...input },
      }),
    answers: onlyFor([], 'TASK_NOT_FOUND', { clerkOfUnit: answer }),
  });

/** Tasks of persons. */
export function taskRows(world: MatrixWorld): Record<string, MatrixRow<Caller>> {
  const { taskId } = world;
  const taskAct = actOn(world);
  return {
    'Query.myTasks': {
      send: (ask) => ask('{ myTasks { edges { node { id } } } }'),
      answers: onlyFor(['citizenA', 'appForAWithScope'], 'FORBIDDEN', { ...scopeless, citizenB: 'empty', appForAOfOtherCity: 'empty' }),
    },
    'Query.unitTasks': {
      send: (ask) => ask('query($unitId: ID!) { unitTasks(unitId: $unitId) { edges { node { id } } } }', { unitId }),
      answers: onlyFor(['clerkOfUnit'], 'UNIT_NOT_FOUND'),
    },
    'Query.task': {
      send: (ask) => ask('query($id: ID!) { task(id: $id) { instructions } }', { id: taskId }),
      answers: onlyFor(['citizenA', 'clerkOfUnit', 'appForAWithScope'], 'TASK_NOT_FOUND', scopeless),
    },
    'Query.previewTaskAnswer': {
      send: (ask) => ask('query($input: TaskAnswerInput!) { previewTaskAnswer(input: $input) { sha256 } }', { input: { taskId } }),
      answers: onlyFor(['citizenA'], 'TASK_NOT_FOUND', noApp),
    },
    'Mutation.assignTask': {
      send: (ask) => ask(assignTask, { input: { ...taskTerms(world.term.processId), dueOn: '2000-01-01' } }),
      answers: onlyFor([], 'PROCESS_NOT_FOUND', { clerkOfUnit: 'INVALID_INPUT' }),
    },
    'Mutation.resolveTask': {
      send: (ask) => ask('mutation($input: ResolveTaskInput!) { resolveTask(input: $input) { replayed } }', { input: { taskId } }),
      answers: onlyFor([], 'TASK_NOT_FOUND', { citizenA: 'TASK_ANSWER_EMPTY', ...noApp }),
    },
    'Mutation.acceptTask': taskAct('acceptTask', 'STALE_VERSION'),
    'Mutation.returnTask': taskAct('returnTask', 'INVALID_INPUT', { reason: 'x', dueOn: '2000-01-01' }),
    'Mutation.cancelTask': taskAct('cancelTask', 'STALE_VERSION', { reason: 'x' }),
    '_entities Task': {
      send: reference('Task', taskId, 'instructions'),
      answers: { ...onlyFor(['citizenA', 'clerkOfUnit', 'appForAWithScope'], 'null'), anonymous: 'null' },
    },
  };
}
