import { describe, expect, it } from '@jest/globals';
import { aPlace, aWorkedProcess } from '../../test/builders.ts';
import { changeDescription } from './description.ts';

const by = { documentLevels: [], staffId: 'clerk' };
const secrecy = { access: { accessLevel: 'SECRET', legalHypothesis: 'Segredo de Justiça' } } as const;

describe('what a process says about itself', () => {
  it('is changed as far as it is given, and history names the fields, not what is in them', () => {
    const { process, movements } = changeDescription(
      aWorkedProcess(),
      { specification: 'Poda na Rua A', otherParties: [{ name: 'Ana', cpf: null }], interestedPartyIds: ['bia'] },
      by,
      aPlace(),
    );
    expect(process).toMatchObject({ specification: 'Poda na Rua A', subjects: [], interestedPartyIds: ['bia'], accessLevel: 'PUBLIC' });
    expect(movements.map(({ description }) => description)).toEqual(['Alterados dados do processo: especificação, interessados']);
  });

  it('stays, without a line of history, when nothing is new', () => {
    expect(changeDescription(aWorkedProcess(), { specification: 'Poda de árvore', subjects: [] }, by, aPlace()).movements).toEqual([]);
  });

  it('made secret, gives the credential to who did it; made public again, takes all of them', () => {
    const { process } = changeDescription(aWorkedProcess(), secrecy, by, aPlace());
    expect(process).toMatchObject({ accessLevel: 'SECRET', globalLevel: 'SECRET', credentialedStaffIds: ['clerk'], legalHypothesis: 'Segredo de Justiça' });
    const open = { access: { accessLevel: 'PUBLIC', legalHypothesis: null } } as const;
    expect(changeDescription(aWorkedProcess({ process }), open, by, aPlace()).process).toMatchObject({ globalLevel: 'PUBLIC', credentialedStaffIds: [] });
  });

  it('is never more open as a whole than its documents (PR-02)', () => {
    const restricted = aWorkedProcess({ process: { accessLevel: 'RESTRICTED', globalLevel: 'RESTRICTED', legalHypothesis: 'x' } });
    const open = { access: { accessLevel: 'PUBLIC', legalHypothesis: null } } as const;
    const { process } = changeDescription(restricted, open, { ...by, documentLevels: ['PUBLIC', 'RESTRICTED'] }, aPlace());
    expect(process).toMatchObject({ accessLevel: 'PUBLIC', globalLevel: 'RESTRICTED' });
  });

  it('is changed where the process is open, waiting or not, and not inside another one', () => {
    const change = { specification: 'x' };
    expect(changeDescription(aWorkedProcess({ process: { state: 'SUSPENDED' } }), change, by, aPlace()).movements).toHaveLength(1);
    expect(() => changeDescription(aWorkedProcess({ placement: null }), change, by, aPlace())).toThrow(expect.objectContaining({ code: 'PROCESS_NOT_OPEN_IN_UNIT' }));
    expect(() => changeDescription(aWorkedProcess({ process: { state: 'ANNEXED' } }), change, by, aPlace())).toThrow(expect.objectContaining({ code: 'PROCESS_ANNEXED' }));
  });
});
