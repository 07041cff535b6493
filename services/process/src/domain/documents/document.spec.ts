import { describe, expect, it } from '@jest/globals';
import { aDocument, aFile, anAuthorization, aSignatureRequest } from '../../test/builders.ts';
import { awaitsSignatureOf, sign, signatureOf } from './document.ts';

const at = new Date('2026-03-06T12:00:00Z');
const term = aDocument({ id: 'term', file: aFile({ sha256: 'original' }), signatureRequests: [aSignatureRequest({ signerId: 'ana' })] });
const authorization = anAuthorization({ signerId: 'ana', documentId: 'term', sha256: 'original', expiresAt: new Date('2026-03-06T12:05:00Z') });
const refusal = (change: object, document = term, signerId = 'ana') => () =>
  signatureOf(document, { authorization: { ...authorization, ...change }, signerId, at });

describe('a signature', () => {
  it('records signer, capacity, instant, hash, method and level', () => {
    expect(signatureOf(term, { authorization, signerId: 'ana', at })).toMatchObject({
      signerId: 'ana', role: 'Usuário Externo', signedAt: at, sha256: 'original', method: 'SYSTEM_PASSWORD', level: 'SIMPLE',
    });
  });

  it.each([
    ['expired', { expiresAt: at }, 'SIGNATURE_AUTHORIZATION_EXPIRED'],
    ['given to another person', { signerId: 'bia' }, 'SIGNATURE_AUTHORIZATION_FOREIGN'],
    ['for another document', { documentId: 'other' }, 'SIGNATURE_AUTHORIZATION_FOREIGN'],
    ['for other content', { sha256: 'changed' }, 'DOCUMENT_CHANGED'],
  ])('is refused with an authorization that is %s', (_case, change, code) => {
    expect(refusal(change)).toThrow(expect.objectContaining({ code }));
  });

  it('is refused to whom it was not asked of, and a second time', () => {
    expect(refusal({ signerId: 'bia' }, term, 'bia')).toThrow(expect.objectContaining({ code: 'SIGNATURE_NOT_REQUESTED' }));
    const signature = signatureOf(term, { authorization, signerId: 'ana', at });
    const signed = sign(term, { signature, signedFile: aFile({}), verification: { code: 'c', crc: '00000000' } });
    expect(awaitsSignatureOf(term, 'ana')).toBe(true);
    expect(awaitsSignatureOf(signed.document, 'ana')).toBe(false);
    expect(refusal({}, signed.document)).toThrow(expect.objectContaining({ code: 'DOCUMENT_ALREADY_SIGNED' }));
    expect(signed.event.data).toMatchObject({ documentId: 'term', signerId: 'ana', sha256: 'original' });
  });
});
