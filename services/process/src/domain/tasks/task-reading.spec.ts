import { describe, expect, it } from '@jest/globals';
import { aProcess } from '../../test/builders.ts';
import type { Reader } from '../processes/reading.ts';
import { assign } from './task-acts.ts';
import { processSeenBy, taskReach } from './task-reading.ts';

const process = { ...aProcess({ unitIds: ['protocolo', 'saude'], openUnitIds: ['saude'] }), grants: [] };
const staff = (...unitIds: string[]): Reader => ({ kind: 'staff', staffId: 'clerk', municipalityId: 'campinas', unitIds });

describe('who sees the tasks of a process', () => {
  it.each<[string, Reader, ReturnType<typeof taskReach>]>([
    ['staff of a unit that has it: all', staff('saude'), 'all'],
    ['staff of a unit that had it: all', staff('protocolo', 'other'), 'all'],
    ['other staff: none', staff('other'), 'none'],
    ['a person: his own', { kind: 'person', personId: 'ana' }, { personId: 'ana' }],
    ['a recipient without an account: none', { kind: 'isolated', grantId: 'g' }, 'none'],
    ['nobody: none', { kind: 'nobody' }, 'none'],
  ])('%s', (_title, reader, reach) => {
    expect(taskReach(reader, process)).toEqual(reach);
  });
});

describe('the process of a task', () => {
  const { task } = assign(process, {
    id: 'task-1', unitId: 'protocolo', personId: 'ana', kind: 'RESPOND', instructions: 'x', requirements: [], signatureLevel: null, documentId: null,
    dueOn: '2026-03-10', dueAt: new Date(0), assignedAt: new Date(0), assignedBy: 'clerk',
  });
  const ana: Reader = { kind: 'person', personId: 'ana' };

  it('is hidden from a person who lost the access to it, though not the task', () => {
    expect(processSeenBy(ana, { ...task, process })).toBeNull();
    expect(processSeenBy(ana, { ...task, process: { ...process, interestedPartyIds: ['ana'] } })?.id).toBe(process.id);
  });
});
