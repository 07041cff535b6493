import { describe, expect, it } from '@jest/globals';
import { aDocument, aFile, anAuthorization, aSignature, aSignatureRequest } from '../../test/builders.ts';
import type { Document } from '../documents/document.ts';
import { awaitsSignatureOf, refuseSigningIn, sign, signatureOf } from './sign.ts';
import type { Signer } from './signature.ts';

const at = new Date('2026-03-06T12:00:00Z');
const ana: Signer = { kind: 'person', id: 'ana' };
const rui: Signer = { kind: 'staff', id: 'rui' };
const term = aDocument({ id: 'term', file: aFile({ sha256: 'original' }), signatureRequests: [aSignatureRequest({ signerId: 'ana' })] });
const draft = aDocument({ id: 'term', file: aFile({ sha256: 'original' }) });
const authorization = anAuthorization({ signerId: 'ana', documentId: 'term', sha256: 'original', expiresAt: new Date('2026-03-06T12:05:00Z') });
const password = { method: 'SYSTEM_PASSWORD', role: null, at } as const;
const signing = (change: object, document: Document = term, signer = ana) =>
  signatureOf(document, { ...password, authorization: { ...authorization, signerKind: signer.kind, signerId: signer.id, ...change }, signer });
const refusal = (change: object, document: Document = term, signer = ana) => () => signing(change, document, signer);
const rendition = { signedFile: aFile({}), verification: { code: 'c', crc: '00000000' } };
const coded = (code: string): unknown => expect.objectContaining({ code });

describe('a process in which a document is signed', () => {
  const refused = (process: { state?: 'NORMAL' | 'SUSPENDED' | 'ANNEXED' | 'BLOCKED'; openUnitIds?: string[] }, document: Document, signer: Signer) => {
    try {
      refuseSigningIn({ state: 'NORMAL', openUnitIds: ['protocolo'], ...process }, document, { signer, at });
      return 'signs';
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  it.each([
    ['runs', {}, 'signs', 'signs'],
    ['is suspended', { state: 'SUSPENDED' }, 'PROCESS_SUSPENDED', 'signs'],
    ['is annexed', { state: 'ANNEXED' }, 'PROCESS_ANNEXED', 'PROCESS_ANNEXED'],
    ['is blocked', { state: 'BLOCKED' }, 'PROCESS_BLOCKED', 'PROCESS_BLOCKED'],
    ['is concluded everywhere', { openUnitIds: [] }, 'PROCESS_CONCLUDED', 'signs'],
  ] as const)('that %s: staff of its own accord %s, who was asked %s', (_case, process, unasked, asked) => {
    const change = { ...process, ...('openUnitIds' in process ? { openUnitIds: [] } : {}) } as Parameters<typeof refused>[0];
    expect([refused(change, draft, rui), refused(change, term, ana)]).toEqual([unasked, asked]);
  });
});

describe('a signature', () => {
  it('records signer, capacity, instant, hash, method and level', () => {
    expect(signing({})).toMatchObject({
      kind: 'SIGNATURE', signerKind: 'person', signerId: 'ana', signerName: 'Ana Souza', role: 'Usuário Externo', signedAt: at, sha256: 'original',
      method: 'SYSTEM_PASSWORD', level: 'SIMPLE',
    });
  });

  it.each([
    ['expired', { expiresAt: at }, 'SIGNATURE_AUTHORIZATION_EXPIRED'],
    ['given to another person', { signerId: 'bia' }, 'SIGNATURE_AUTHORIZATION_FOREIGN'],
    ['of a staff member with the same id', { signerKind: 'staff' }, 'SIGNATURE_AUTHORIZATION_FOREIGN'],
    ['for another document', { documentId: 'other' }, 'SIGNATURE_AUTHORIZATION_FOREIGN'],
    ['for other content', { sha256: 'changed' }, 'DOCUMENT_CHANGED'],
  ])('is refused with an authorization that is %s', (_case, change, code) => {
    expect(refusal(change)).toThrow(coded(code));
  });

  it('is refused to whom it was not asked of, and a second time', () => {
    expect(refusal({ signerId: 'bia' }, term, { kind: 'person', id: 'bia' })).toThrow(coded('SIGNATURE_NOT_REQUESTED'));
    const signed = sign(term, { signature: signing({}), ...rendition });
    expect(awaitsSignatureOf(term, ana)).toBe(true);
    expect(awaitsSignatureOf(signed.document, ana)).toBe(false);
    expect(refusal({}, signed.document)).toThrow(coded('DOCUMENT_ALREADY_SIGNED'));
    expect(signed.event.data).toMatchObject({ documentId: 'term', signerId: 'ana', sha256: 'original' });
  });

  it('SG-05: is refused to a person whose request ended, by whatever end, or whose last day is over', () => {
    for (const state of ['REFUSED', 'EXPIRED', 'CANCELLED', 'INVALIDATED'] as const) {
      expect(refusal({}, { ...draft, signatureRequests: [aSignatureRequest({ state })] })).toThrow(coded('SIGNATURE_NOT_REQUESTED'));
    }
    const until = (expiresAt: Date): Document => ({ ...draft, signatureRequests: [aSignatureRequest({ state: 'VIEWED', expiresAt })] });
    expect(refusal({}, until(at))).toThrow(coded('SIGNATURE_NOT_REQUESTED'));
    expect(signing({}, until(new Date(at.getTime() + 1)))).toMatchObject({ signerId: 'ana' });
  });

  it('of a member of the staff needs no request, but a capacity: of the request, the password, or the act', () => {
    expect(refusal({}, draft, rui)).toThrow(coded('SIGNATURE_ROLE_MISSING'));
    const of = (asked: string | null, typed: string | null, given: string | null): string =>
      signatureOf(
        asked === null ? draft : { ...draft, signatureRequests: [aSignatureRequest({ signerKind: 'staff', signerId: 'rui', role: asked })] },
        { ...password, role: given, signer: rui, authorization: { ...authorization, signerKind: 'staff', signerId: 'rui', role: typed } },
      ).role;
    expect(of(null, null, ' Fiscal ')).toBe('Fiscal');
    expect(of(null, 'Diretor', 'Fiscal')).toBe('Diretor');
    expect(of('Secretária', 'Diretor', 'Fiscal')).toBe('Secretária');
  });

  it('is given by several, each once, and a staff member is not a person with the same id', () => {
    const first = sign(draft, { signature: aSignature({ signerKind: 'staff', signerId: 'ana' }), ...rendition }).document;
    const asked = { ...first, signatureRequests: [aSignatureRequest({ signerId: 'ana' })] };
    const second = sign(asked, { signature: signing({}, asked), ...rendition }).document;
    expect(second.signatures.map(({ signerKind }) => signerKind)).toEqual(['staff', 'person']);
    expect(second).toMatchObject({ state: 'SIGNED', version: 3, signatureRequests: [{ state: 'SIGNED' }] });
  });

  it('is refused on a copy of a paper, and on what was cancelled', () => {
    const role = { role: 'Fiscal' };
    expect(refusal(role, { ...draft, state: 'SUBMITTED' }, rui)).toThrow(coded('DOCUMENT_NOT_SIGNABLE'));
    expect(refusal(role, { ...draft, state: 'CANCELLED' }, rui)).toThrow(coded('DOCUMENT_ALREADY_CANCELLED'));
  });

  it('is added to a locked document, which stays locked, by those alone who were asked', () => {
    expect(refusal({ role: 'Fiscal' }, { ...draft, state: 'LOCKED' }, rui)).toThrow(coded('DOCUMENT_LOCKED'));
    const locked: Document = { ...term, state: 'LOCKED' };
    expect(sign(locked, { signature: signing({}, locked), ...rendition }).document.state).toBe('LOCKED');
  });

  it('SG-01, SG-02: is refused by a method or at a level that the request does not take', () => {
    const asking = (change: object): Document => ({ ...draft, signatureRequests: [aSignatureRequest(change)] });
    expect(refusal({}, asking({ methods: ['ICP_BRASIL'] }))).toThrow(coded('SIGNATURE_METHOD_NOT_ALLOWED'));
    expect(refusal({}, asking({ minimumLevel: 'ADVANCED' }))).toThrow(coded('SIGNATURE_LEVEL_TOO_LOW'));
  });
});
