import { describe, expect, it } from '@jest/globals';
import { aDocument, aFile, aSignature } from '../../test/builders.ts';
import { verifiedBy } from './verification.ts';

const now = { code: 'NOW', crc: '00000001' };
const former = { code: 'FORMER', crc: '00000002' };
const at = new Date('2026-03-07T12:00:00Z');
const document = aDocument({
  state: 'SIGNED', file: aFile({ sha256: 'new' }), verification: now, signedFile: aFile({ id: 'now' }), signatures: [aSignature({ sha256: 'new' })],
  voidedSignatures: [{ signatures: [aSignature({ sha256: 'old' })], verification: former, signedFile: aFile({ id: 'former' }), at, by: { kind: 'staff', id: 'rui' }, reason: 'Texto alterado' }],
});
const by = (code: string, of = document) => verifiedBy(of, (verification) => verification.code === code);

describe('SG-06: a verification code', () => {
  it('answers for the signatures that stand', () => {
    expect(by('NOW')).toMatchObject({ state: 'VALID', sha256: 'new', signedFile: { id: 'now' }, voided: null, signatures: [{ sha256: 'new' }] });
  });

  it('SG-07: of former content says that its signatures are void, when and why', () => {
    expect(by('FORMER')).toMatchObject({ state: 'VOIDED', sha256: 'old', signedFile: { id: 'former' }, voided: { at, reason: 'Texto alterado' }, signatures: [{ sha256: 'old' }] });
  });

  it('says that the document was cancelled, and is nothing to another document', () => {
    expect(['NOW', 'FORMER'].map((code) => by(code, { ...document, state: 'CANCELLED' })?.state)).toEqual(['CANCELLED', 'CANCELLED']);
    expect(by('OTHER')).toBeUndefined();
  });
});
