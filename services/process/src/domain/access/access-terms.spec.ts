import { describe, expect, it } from '@jest/globals';
import { anAuthorization } from '../../test/builders.ts';
import { checkTermsAuthorization, lastDay, termsOf, termsProblems, termsText } from './access-terms.ts';
import type { AccessTermsInput } from './access-terms.ts';

const input: AccessTermsInput = { processId: 'p', unitId: 'u', recipient: { personId: 'bia' }, reason: 'Motivo', scope: 'INTEGRAL', validityDays: 1 };
const problems = (change: Partial<AccessTermsInput>): string[] => termsProblems({ ...input, ...change }).map(({ path, code }) => `${path} ${code}`);
const textOf = (change: Partial<AccessTermsInput> = {}, on = '2026-03-07'): string => termsText(termsOf({ ...input, ...change }), on);

describe('the terms of an access (AE-01)', () => {
  it('hold from one day to a hundred years', () => {
    expect([1, 36_500].map((validityDays) => problems({ validityDays }))).toEqual([[], []]);
    for (const validityDays of [0, -1, 36_501, 1.5]) expect(problems({ validityDays })).toEqual(['validityDays OUT_OF_RANGE']);
  });

  it('AE-02: are for chosen documents when partial, and for none by name when integral', () => {
    expect(problems({ scope: 'PARTIAL' })).toEqual(['documentIds REQUIRED']);
    expect(problems({ documentIds: ['d'] })).toEqual(['documentIds NOT_ALLOWED']);
    expect(problems({ scope: 'PARTIAL', documentIds: Array.from({ length: 501 }, (_, n) => String(n)) })).toEqual(['documentIds TOO_MANY']);
  });

  it('name either a person or somebody with an address', () => {
    expect(problems({ recipient: { personId: 'bia', email: 'b@example.org' } })).toEqual(['recipient AMBIGUOUS']);
    expect(problems({ recipient: {} })).toEqual(['recipient.name REQUIRED', 'recipient.email REQUIRED']);
    expect(problems({ recipient: { name: 'Rui', email: 'rui@example.org' } })).toEqual([]);
    for (const email of ['rui', 'rui@', '@example.org', 'a b@example.org', 'rui@example', 'rui@example.org,x@example.org', 'rui@example.org\r\nBcc: x@y.z']) {
      expect(problems({ recipient: { name: 'Rui', email } })).toHaveLength(1);
    }
  });

  it('last whole days on the municipality\'s calendar', () => {
    const { expiresOn, expiresAt } = lastDay({ validityDays: 1 }, new Date('2026-03-07T02:30:00Z'), 'America/Sao_Paulo');
    expect([expiresOn, expiresAt.toISOString()]).toEqual(['2026-03-07', '2026-03-08T03:00:00.000Z']);
  });

  it('have one text however they were typed, and another one for anything that differs', () => {
    expect(textOf({ scope: 'PARTIAL', documentIds: ['b', 'a', 'a'] })).toBe(textOf({ scope: 'PARTIAL', documentIds: ['a', 'b'] }));
    const other: Partial<AccessTermsInput>[] = [
      { processId: 'q' }, { unitId: 'v' }, { reason: 'Outro' }, { validityDays: 2 }, { recipient: { personId: 'caio' } },
      { recipient: { name: 'bia', email: 'b@example.org' } }, { scope: 'PARTIAL', documentIds: ['a'] },
    ];
    expect(new Set([textOf(), textOf({}, '2026-03-08'), ...other.map((change) => textOf(change))]).size).toBe(other.length + 2);
  });

  it('are confirmed by the password of the member of the staff, for these terms of this process, while it lasts', () => {
    const at = new Date('2026-03-06T12:00:00Z');
    const act = { staffId: 'clerk', processId: 'p', municipalityId: 'campinas', sha256: 'a'.repeat(64), at };
    const right = anAuthorization({ signerKind: 'staff', signerId: 'clerk', documentId: 'p' });
    expect(() => { checkTermsAuthorization(right, act); }).not.toThrow();
    const refused = (change: object, code: string): void => {
      expect(() => { checkTermsAuthorization({ ...right, ...change }, act); }).toThrow(expect.objectContaining({ code }));
    };
    refused({ signerKind: 'person' }, 'SIGNATURE_AUTHORIZATION_FOREIGN');
    refused({ signerId: 'other' }, 'SIGNATURE_AUTHORIZATION_FOREIGN');
    refused({ documentId: 'q' }, 'SIGNATURE_AUTHORIZATION_FOREIGN');
    refused({ municipalities: ['rio'] }, 'SIGNER_NOT_RELEASED');
    refused({ expiresAt: at }, 'SIGNATURE_AUTHORIZATION_EXPIRED');
    refused({ sha256: 'b'.repeat(64) }, 'ACCESS_TERMS_CHANGED');
  });
});
