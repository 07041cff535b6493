import { describe, expect, it } from '@jest/globals';
import { aDocument, aFile, aSignature, aSignatureRequest } from '../../test/builders.ts';
import { voidSignatures } from './void-signatures.ts';

const at = new Date('2026-03-07T12:00:00Z');
const voiding = { at, by: { kind: 'staff', id: 'rui' }, reason: 'Texto alterado' } as const;
const verification = { code: 'AB'.repeat(16), crc: '00000000' };
const signed = aDocument({
  state: 'SIGNED', signatures: [aSignature()], verification, signedFile: aFile({ id: 'signed' }),
  signatureRequests: [aSignatureRequest({ state: 'SIGNED' }), aSignatureRequest({ id: 'b', signerId: 'bia', state: 'REFUSED' })],
});
const coded = (code: string): unknown => expect.objectContaining({ code });

describe('SG-07: the signatures of a document whose content changes', () => {
  it('are void and visible, with the code that answers for them; the document is a draft, requests are invalid', () => {
    expect(voidSignatures(signed, voiding)).toMatchObject({
      state: 'DRAFT', signatures: [], verification: null, signedFile: null, version: 2,
      voidedSignatures: [{ signatures: signed.signatures, verification, signedFile: { id: 'signed' }, ...voiding }],
      signatureRequests: [{ state: 'INVALIDATED', endedAt: at, reason: 'Texto alterado' }, { state: 'REFUSED', endedAt: null }],
    });
  });

  it('stay with those that were void before', () => {
    const again = { ...voidSignatures(signed, voiding), signatures: signed.signatures, verification: { code: 'CD', crc: '1' }, signedFile: aFile({}) };
    expect(voidSignatures(again, voiding).voidedSignatures.map(({ verification: { code } }) => code)).toEqual([verification.code, 'CD']);
  });

  it('are none on a draft that nobody was asked to sign: nothing changes', () => {
    const draft = aDocument();
    expect(voidSignatures(draft, voiding)).toBe(draft);
    expect(voidSignatures(aDocument({ signatureRequests: [aSignatureRequest()] }), voiding)).toMatchObject({
      state: 'DRAFT', voidedSignatures: [], signatureRequests: [{ state: 'INVALIDATED' }],
    });
  });

  it.each([
    ['locked', { state: 'LOCKED' }, 'DOCUMENT_LOCKED'],
    ['part of an intimation', { bonds: [{ intimationId: 'i', number: '1', sealed: false }] }, 'DOCUMENT_OF_INTIMATION'],
    ['cancelled', { state: 'CANCELLED' }, 'DOCUMENT_ALREADY_CANCELLED'],
  ] as const)('stand while the document is %s', (_case, change, code) => {
    expect(() => voidSignatures({ ...signed, ...change }, voiding)).toThrow(coded(code));
  });
});
