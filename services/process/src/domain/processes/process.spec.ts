import { describe, expect, it } from '@jest/globals';
import { aProcess } from '../../test/builders.ts';
import { concludedIn, coveringLevel, openedIn } from './process.ts';

describe('the level a document brings to its process (PR-02)', () => {
  it('only grows', () => {
    expect(coveringLevel(aProcess(), 'RESTRICTED')).toMatchObject({ globalLevel: 'RESTRICTED', accessLevel: 'PUBLIC', version: 2 });
    const restricted = aProcess({ globalLevel: 'RESTRICTED' });
    expect(coveringLevel(restricted, 'PUBLIC')).toBe(restricted);
  });

  it('of secrecy gives the first credential to the member of the staff whose document it is, and to nobody else', () => {
    expect(coveringLevel(aProcess(), 'SECRET', { kind: 'staff', id: 'clerk' }).credentialedStaffIds).toEqual(['clerk']);
    expect(coveringLevel(aProcess(), 'SECRET', { kind: 'person', id: 'ana' }).credentialedStaffIds).toEqual([]);
    const secret = aProcess({ globalLevel: 'SECRET', credentialedStaffIds: ['clara'] });
    expect(coveringLevel(secret, 'SECRET', { kind: 'staff', id: 'clerk' }).credentialedStaffIds).toEqual(['clara']);
  });

  it('changes the version with every secret document, so that whoever lowers the level at that moment meets it', () => {
    const secret = aProcess({ globalLevel: 'SECRET', credentialedStaffIds: ['clara'], version: 3 });
    expect(coveringLevel(secret, 'SECRET').version).toBe(4);
    expect(coveringLevel(secret, 'RESTRICTED')).toBe(secret);
  });
});

describe('units of a process', () => {
  it('are each named once, however often it comes and goes', () => {
    const again = openedIn(concludedIn(openedIn(aProcess(), 'saj'), 'saj'), 'saj');
    expect(again.unitIds).toEqual(['campinas-protocolo-geral', 'saj']);
    expect(again.openUnitIds).toEqual(['campinas-protocolo-geral', 'saj']);
    expect(openedIn(again, 'saj')).toBe(again);
  });
});
