import { describe, expect, it } from '@jest/globals';
import { aPlace, aUnit, aWorkedProcess } from '../../test/builders.ts';
import { assign } from './assignment.ts';

const clara = { id: 'clara', municipalityId: 'campinas', unitIds: [aUnit().id], active: true };

describe('assigning a process in a unit', () => {
  it('names the member of the staff beside the text, not in it', () => {
    const { placements, movements } = assign(aWorkedProcess(), clara, aPlace());
    expect(placements).toMatchObject([{ assigneeId: 'clara', version: 2 }]);
    expect(movements).toMatchObject([{ description: 'Processo atribuído na unidade PG', about: { kind: 'staff', id: 'clara' } }]);
  });

  it('may be taken back', () => {
    const { placements, movements } = assign(aWorkedProcess({ placement: { assigneeId: 'clara' } }), null, aPlace());
    expect(placements).toMatchObject([{ assigneeId: null }]);
    expect(movements).toMatchObject([{ description: 'Atribuição retirada na unidade PG', about: null }]);
  });

  it('to whom has it already changes nothing', () => {
    expect(assign(aWorkedProcess({ placement: { assigneeId: 'clara' } }), clara, aPlace()).movements).toEqual([]);
  });

  it.each([
    ['a stranger', undefined],
    ['who works elsewhere', { ...clara, unitIds: ['saj'] }],
    ['who left', { ...clara, active: false }],
    ['who works for another city', { ...clara, municipalityId: 'rio' }],
  ])('is refused to %s', (_what, assignee) => {
    expect(() => assign(aWorkedProcess(), assignee, aPlace())).toThrow(expect.objectContaining({ code: 'ASSIGNEE_NOT_IN_UNIT' }));
  });

  it('of a secret one is refused to who has no credential', () => {
    const secret = { accessLevel: 'SECRET', globalLevel: 'SECRET' } as const;
    expect(() => assign(aWorkedProcess({ process: secret }), clara, aPlace())).toThrow(expect.objectContaining({ code: 'ASSIGNEE_WITHOUT_CREDENTIAL' }));
    expect(assign(aWorkedProcess({ process: { ...secret, credentialedStaffIds: ['clara'] } }), clara, aPlace()).movements).toHaveLength(1);
  });
});
