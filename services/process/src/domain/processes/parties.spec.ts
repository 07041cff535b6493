import { describe, expect, it } from '@jest/globals';
import { aWorkedProcess } from '../../test/builders.ts';
import { credentialsSeenBy, otherPartiesSeenBy } from './parties.ts';
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

  it('tells who has a credential to who has one', () => {
    const secret = aWorkedProcess({ process: { globalLevel: 'SECRET', credentialedStaffIds: ['clerk', 'clara'] } }).process;
    expect(credentialsSeenBy(own, secret)).toEqual(['clerk', 'clara']);
    expect(credentialsSeenBy(foreign, secret)).toBeNull();
    expect(credentialsSeenBy({ kind: 'person', personId: 'clerk' }, secret)).toBeNull();
    expect(credentialsSeenBy(own, process)).toBeNull();
  });
});
