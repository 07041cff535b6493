import { describe, expect, it } from '@jest/globals';
import { aPlace, aProcess } from '../../test/builders.ts';
import { credentialLimit, grantCredential, revokeCredential } from './credential.ts';
import type { Process } from './process.ts';

const secret = (changes: Partial<Process> = {}): Process =>
  aProcess({ accessLevel: 'SECRET', globalLevel: 'SECRET', credentialedStaffIds: ['clerk'], ...changes });
const clara = { id: 'clara', municipalityId: 'campinas', unitIds: [], active: true };
const refusal = (code: string): unknown => expect.objectContaining({ code });

describe('credentials of a secret process', () => {
  it('are granted to the staff of the city, once', () => {
    const { process, movements } = grantCredential(secret(), clara, aPlace());
    expect(process.credentialedStaffIds).toEqual(['clerk', 'clara']);
    expect(movements).toMatchObject([{ description: 'Concedida credencial de acesso ao processo', about: { kind: 'staff', id: 'clara' } }]);
    expect(grantCredential(process, clara, aPlace()).movements).toEqual([]);
  });

  it.each([
    ['strangers', undefined],
    ['who left', { ...clara, active: false }],
    ['the staff of other cities', { ...clara, municipalityId: 'rio' }],
  ])('are refused to %s', (_who, member) => {
    expect(() => grantCredential(secret(), member, aPlace())).toThrow(refusal('NOT_ON_THE_STAFF'));
  });

  it('are for few', () => {
    const credentialedStaffIds = Array.from({ length: credentialLimit }, (_each, index) => `s${String(index)}`);
    expect(() => grantCredential(secret({ credentialedStaffIds }), clara, aPlace())).toThrow(refusal('TOO_MANY_CREDENTIALS'));
  });

  it('are revoked, but never the last one', () => {
    const two = secret({ credentialedStaffIds: ['clerk', 'clara'] });
    expect(revokeCredential(two, 'clerk', aPlace()).process.credentialedStaffIds).toEqual(['clara']);
    expect(revokeCredential(two, 'nobody', aPlace()).movements).toEqual([]);
    expect(() => revokeCredential(secret(), 'clerk', aPlace())).toThrow(refusal('LAST_CREDENTIAL'));
  });

  it('are not for processes that are not secret', () => {
    expect(() => grantCredential(aProcess(), clara, aPlace())).toThrow(refusal('PROCESS_NOT_SECRET'));
    expect(() => revokeCredential(aProcess(), 'clerk', aPlace())).toThrow(refusal('PROCESS_NOT_SECRET'));
  });
});
