import { describe, expect, it } from '@jest/globals';
import { aPlace, aProcess, aWorkedProcess } from '../../test/builders.ts';
import { block, resume, suspend } from './suspension.ts';

const refusal = (code: string, details?: object): unknown => expect.objectContaining({ code, ...(details === undefined ? {} : { details }) });

describe('a process that waits', () => {
  it('is made to wait with a reason, and runs again', () => {
    const suspended = suspend(aWorkedProcess(), 'Aguarda laudo', aPlace());
    expect(suspended.process.state).toBe('SUSPENDED');
    expect(suspended.movements).toMatchObject([{ kind: 'PROCESS_SUSPENDED', description: 'Processo sobrestado: Aguarda laudo' }]);
    const resumed = resume(aWorkedProcess({ process: { state: 'SUSPENDED' } }), aPlace());
    expect(resumed.process.state).toBe('NORMAL');
    expect(resumed.movements).toMatchObject([{ kind: 'PROCESS_RESUMED' }]);
  });

  it('is neither suspended nor blocked while an intimation is in course, which is named (PR-06)', () => {
    const intimationsInCourse = ['INT 2026/12', 'INT 2026/13'];
    const named = refusal('INTIMATION_IN_COURSE', { number: 'INT 2026/12' });
    expect(() => suspend(aWorkedProcess({ process: { intimationsInCourse } }), 'x', aPlace())).toThrow(named);
    expect(() => block(aProcess({ intimationsInCourse }), 'x', aPlace())).toThrow(named);
    expect(block(aProcess(), 'Remetido pelo Tramita GOV.BR', aPlace()).process.state).toBe('BLOCKED');
  });

  it('is refused what it is already, and from a unit where it is not open', () => {
    expect(() => suspend(aWorkedProcess({ process: { state: 'SUSPENDED' } }), 'x', aPlace())).toThrow(refusal('PROCESS_SUSPENDED'));
    expect(() => resume(aWorkedProcess(), aPlace())).toThrow(refusal('PROCESS_NOT_SUSPENDED'));
    expect(() => suspend(aWorkedProcess({ placement: null }), 'x', aPlace())).toThrow(refusal('PROCESS_NOT_OPEN_IN_UNIT'));
    expect(() => resume(aWorkedProcess({ process: { state: 'SUSPENDED' }, placement: null }), aPlace())).toThrow(refusal('PROCESS_NOT_OPEN_IN_UNIT'));
  });
});
