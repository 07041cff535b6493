import { describe, expect, it } from '@jest/globals';
import { aGrant, aProcess, aWorkedProcess } from '../../test/builders.ts';
import { credentialsSeenBy, descriptionSeenBy, otherPartiesSeenBy, partiesKnownTo } from './parties.ts';
import type { Reader } from './reading.ts';

const staff = (staffId: string, unitIds: string[]): Reader => ({ kind: 'staff', staffId, municipalityId: 'campinas', unitIds });
const own = staff('clerk', ['campinas-protocolo-geral']);
const foreign = staff('other', ['saj']);

describe('who is told about people in a process', () => {
  const { process } = aWorkedProcess({ process: { otherParties: [{ name: 'Ana Souza', cpf: '52998224725' }, { name: 'Bia', cpf: null }] } });

  it('tells a CPF to the units where the process is or was, and masks it for everybody else (LW-03)', () => {
    expect(otherPartiesSeenBy(own, process)).toEqual(process.otherParties);
    for (const reader of [foreign, { kind: 'person', personId: 'ana' }, { kind: 'nobody' }] as const) {
      expect(otherPartiesSeenBy(reader, process)).toEqual([{ name: 'Ana Souza', cpf: '***.982.247-**' }, { name: 'Bia', cpf: null }]);
    }
  });

  it('tells a petitioner whom no unit let in neither what a restricted process is about nor whom it concerns', () => {
    const restricted = { ...aProcess({ accessLevel: 'RESTRICTED', globalLevel: 'RESTRICTED', interestedPartyIds: ['bia'], otherParties: [{ name: 'Caio', cpf: null }] }), grants: [] };
    const ana = { kind: 'person', personId: 'ana' } as const;
    const petitioned = aGrant({ purpose: 'PETITION', state: 'ACTIVE' });
    const nothing = { specification: '', interestedPartyIds: [], otherParties: [] };
    const all = { specification: 'Poda de árvore', interestedPartyIds: ['bia'], otherParties: [{ name: 'Caio', cpf: null }] };
    expect(descriptionSeenBy(ana, { ...restricted, grants: [petitioned] })).toEqual(nothing);
    expect(descriptionSeenBy(ana, { ...restricted, accessLevel: 'PUBLIC', grants: [petitioned] })).toEqual(all);
    expect(descriptionSeenBy(ana, { ...restricted, grants: [petitioned, aGrant({ purpose: 'VISTA', state: 'ACTIVE' })] })).toEqual(all);
    expect(descriptionSeenBy({ kind: 'person', personId: 'bia' }, restricted)).toEqual(all);
    expect(descriptionSeenBy(own, restricted)).toEqual(all);
  });

  it('PT-23: lets a related process take over the parties that its petitioner knows of', () => {
    const process = { ...aProcess({ interestedPartyIds: ['bia'] }), grants: [] };
    const restricted = { ...process, accessLevel: 'RESTRICTED', globalLevel: 'RESTRICTED' } as const;
    const [ana, bia] = (['ana', 'bia'] as const).map((personId): Reader => ({ kind: 'person', personId }));
    expect(partiesKnownTo(ana ?? own, process)).toEqual(['bia']);
    expect(partiesKnownTo(ana ?? own, restricted)).toEqual([]);
    expect(partiesKnownTo(ana ?? own, { ...restricted, grants: [aGrant({ purpose: 'PETITION', state: 'ACTIVE' })] })).toEqual([]);
    expect(partiesKnownTo(bia ?? own, restricted)).toEqual(['bia']);
  });

  it('tells who has a credential to who has one', () => {
    const secret = aWorkedProcess({ process: { globalLevel: 'SECRET', credentialedStaffIds: ['clerk', 'clara'] } }).process;
    expect(credentialsSeenBy(own, secret)).toEqual(['clerk', 'clara']);
    expect(credentialsSeenBy(foreign, secret)).toBeNull();
    expect(credentialsSeenBy({ kind: 'person', personId: 'clerk' }, secret)).toBeNull();
    expect(credentialsSeenBy(own, process)).toBeNull();
  });
});
