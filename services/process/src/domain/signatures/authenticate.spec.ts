import { describe, expect, it } from '@jest/globals';
import { aDocument, aFile, anAuthorization, aSignature } from '../../test/builders.ts';
import type { Document } from '../documents/document.ts';
import { authenticate, authenticationOf } from './authenticate.ts';

const at = new Date('2026-03-06T12:00:00Z');
const copy = aDocument({ origin: 'DIGITISED', state: 'SUBMITTED', conference: 'ORIGINAL' });
const signer = { kind: 'staff', id: 'rui' } as const;
const declared = (document: Document) =>
  authenticationOf(document, { authorization: anAuthorization({ signerKind: 'staff', signerId: 'rui' }), method: 'SYSTEM_PASSWORD', role: 'Fiscal', signer, at });
const coded = (code: string): unknown => expect.objectContaining({ code });

describe('SG-04: authentication of a digitised copy', () => {
  it('is a declaration with capacity and hash, and makes the copy AUTHENTICATED', () => {
    const signature = declared(copy);
    expect(signature).toMatchObject({ kind: 'AUTHENTICATION', signerKind: 'staff', role: 'Fiscal', sha256: copy.file.sha256, level: 'SIMPLE' });
    const after = authenticate(copy, { signature, signedFile: aFile({}), verification: { code: 'c', crc: '0' } });
    expect(after).toMatchObject({ state: 'AUTHENTICATED', signatures: [{ kind: 'AUTHENTICATION' }], version: 2 });
    expect(() => declared(after)).toThrow(coded('DOCUMENT_ALREADY_AUTHENTICATED'));
  });

  it('is added to what a petitioner declared', () => {
    expect(declared({ ...copy, state: 'AUTHENTICATED', signatures: [aSignature({ kind: 'AUTHENTICATION' })] })).toMatchObject({ signerId: 'rui' });
  });

  it.each([
    ['born digital', { origin: 'BORN_DIGITAL' }, 'DOCUMENT_NOT_DIGITISED'],
    ['cancelled', { state: 'CANCELLED' }, 'DOCUMENT_ALREADY_CANCELLED'],
    ['locked', { state: 'LOCKED' }, 'DOCUMENT_LOCKED'],
  ] as const)('is refused for what is %s', (_case, change, code) => {
    expect(() => declared({ ...copy, ...change })).toThrow(coded(code));
  });
});
