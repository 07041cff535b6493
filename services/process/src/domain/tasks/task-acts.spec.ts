import { describe, expect, it } from '@jest/globals';
import { aProcess } from '../../test/builders.ts';
import { accept, assign, cancel, expire, refuseUnlessAwaiting, remind, resolve, sendBack } from './task-acts.ts';
import type { Task, TaskState } from './task.ts';

const at = new Date('2026-03-06T12:00:00Z');
const dueAt = new Date('2026-03-11T02:59:59.999Z');
const afterDue = new Date('2026-03-11T03:00:00Z');

const { task: open, event: assigned } = assign(aProcess(), {
  id: 'task-1', unitId: 'protocolo', personId: 'ana', kind: 'COMPLEMENT', instructions: 'Envie o comprovante', requirements: [],
  signatureLevel: null, documentId: null, dueOn: '2026-03-10', dueAt, assignedAt: at, assignedBy: 'clerk',
});
const inState = (state: TaskState): Task => ({ ...open, state });
const states: readonly TaskState[] = ['OPEN', 'RESOLVED', 'ACCEPTED', 'RETURNED', 'EXPIRED', 'CANCELLED'];

const decision = { at, staffId: 'clerk', unitId: 'protocolo' };
const acts: Record<string, (task: Task) => { task: Task } | undefined> = {
  resolve: (task) => resolve(task, { at, documentIds: [], authorizationId: null }),
  accept: (task) => accept(task, decision),
  return: (task) => sendBack(task, { ...decision, reason: 'Ilegível', dueOn: '2026-03-20', dueAt }),
  cancel: (task) => cancel(task, { ...decision, reason: 'Engano' }),
  expire: (task) => expire(task, { round: task.round, now: afterDue }),
};

/** The state an act leads to, or the code it is refused with. */
function outcome(act: (task: Task) => { task: Task } | undefined, task: Task): string {
  try {
    return act(task)?.task.state ?? 'nothing';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('a task', () => {
  it('begins open, in its first round', () => {
    expect(open).toMatchObject({ state: 'OPEN', round: 1, version: 1, answer: null, decision: null });
    expect(assigned).toMatchObject({ type: 'TaskAssigned', aggregate: { type: 'task', id: 'task-1' }, data: { personId: 'ana', dueOn: '2026-03-10', round: 1 } });
  });

  it.each([
    ['resolve', ['RESOLVED', 'TASK_ALREADY_RESOLVED', 'TASK_ENDED', 'RESOLVED', 'TASK_EXPIRED', 'TASK_ENDED']],
    ['accept', ['TASK_NOT_RESOLVED', 'ACCEPTED', 'TASK_ENDED', 'TASK_NOT_RESOLVED', 'TASK_EXPIRED', 'TASK_ENDED']],
    ['return', ['TASK_NOT_RESOLVED', 'RETURNED', 'TASK_ENDED', 'TASK_NOT_RESOLVED', 'TASK_EXPIRED', 'TASK_ENDED']],
    ['cancel', ['CANCELLED', 'TASK_ALREADY_RESOLVED', 'TASK_ENDED', 'CANCELLED', 'TASK_EXPIRED', 'TASK_ENDED']],
    ['expire', ['EXPIRED', 'nothing', 'nothing', 'EXPIRED', 'nothing', 'nothing']],
  ])('goes by "%s" where its state allows it, and is refused everywhere else (TA-02)', (name, expected) => {
    const act = acts[name];
    if (act === undefined) throw new Error(name);
    expect(states.map((state) => outcome(act, inState(state)))).toEqual(expected);
  });

  it('is answered until 23:59:59 of its due date, and not a moment later, whatever the job has done', () => {
    expect(() => { refuseUnlessAwaiting(open, dueAt); }).not.toThrow();
    expect(outcome((task) => resolve(task, { at: afterDue, documentIds: [], authorizationId: null }), open)).toBe('TASK_EXPIRED');
    expect(outcome((task) => expire(task, { round: 1, now: dueAt }), open)).toBe('nothing');
  });

  it('that is returned is a new round, with its own due date, which the jobs of the last round leave alone', () => {
    const later = new Date('2026-03-21T02:59:59.999Z');
    const { task: returned, event } = sendBack(inState('RESOLVED'), { ...decision, reason: 'Ilegível', dueOn: '2026-03-20', dueAt: later });
    expect(returned).toMatchObject({ state: 'RETURNED', round: 2, dueOn: '2026-03-20', decision: { kind: 'RETURNED', reason: 'Ilegível' } });
    expect(event.data).toMatchObject({ round: 2, reason: 'Ilegível', dueOn: '2026-03-20' });
    expect(expire(returned, { round: 1, now: afterDue })).toBeUndefined();
    expect(remind(returned, { round: 1, now: at })).toBeUndefined();
    expect(expire(returned, { round: 2, now: new Date(later.getTime() + 1) })?.task.state).toBe('EXPIRED');
  });

  it('is reminded of only while the person has something to do', () => {
    expect(states.filter((state) => remind(inState(state), { round: 1, now: at }) !== undefined)).toEqual(['OPEN', 'RETURNED']);
    expect(remind(open, { round: 1, now: afterDue })).toBeUndefined();
  });

  it('grows its version with every act', () => {
    expect(acts['resolve']?.(open)?.task.version).toBe(2);
    expect(acts['accept']?.(inState('RESOLVED'))?.task.version).toBe(2);
  });
});
