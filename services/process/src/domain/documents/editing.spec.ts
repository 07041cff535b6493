import { describe, expect, it } from '@jest/globals';
import { aDocument, aFile } from '../../test/builders.ts';
import { edit, editable, saysTheSame } from './editing.ts';
import { contentOf } from './written-content.ts';

const at = new Date('2026-03-06T15:00:00Z');
const by = { kind: 'staff', id: 'clerk' } as const;
const voiding = { at, by, reason: 'o texto foi alterado' };
const written = (document = aDocument()) => contentOf(document, { html: '<p>Defiro.</p>', at, by });
const signature = {
  kind: 'SIGNATURE', signerKind: 'staff', signerId: 'clerk', signerName: 'Caio', role: 'Diretor', signedAt: at, sha256: 'a'.repeat(64),
  method: 'SYSTEM_PASSWORD', level: 'SIMPLE', authorizationId: 'j',
} as const;
const signed = aDocument({ state: 'SIGNED', signatures: [signature], verification: { code: 'C', crc: 'D' }, signedFile: aFile({ id: 'e'.repeat(24) }) });
const file = aFile({ id: 'd'.repeat(24) });

describe('a document of the editor', () => {
  it('becomes its next version when it is written anew', () => {
    const before = aDocument({ version: 3 });
    expect(edit(before, { title: 'Despacho 2', file }, voiding)).toEqual({ ...before, title: 'Despacho 2', file, version: 4 });
  });

  it('is a draft again with its signatures void when it was signed, in one version (SG-07)', () => {
    const after = edit(signed, { title: signed.title, file }, voiding);
    expect(after).toMatchObject({ state: 'DRAFT', signatures: [], signedFile: null, verification: null, version: signed.version + 1 });
    expect(after.voidedSignatures).toMatchObject([{ signatures: [signature], reason: 'o texto foi alterado' }]);
  });

  it('keeps its signatures when nothing new is said', () => {
    expect(saysTheSame(signed, written(), { title: signed.title, html: '<p>Defiro.</p>' })).toBe(true);
    expect(saysTheSame(signed, written(), { title: signed.title, html: '<p>Indefiro.</p>' })).toBe(false);
    expect(saysTheSame(signed, written(), { title: 'Outro', html: '<p>Defiro.</p>' })).toBe(false);
  });

  const bonds = [{ intimationId: 'i', number: '1/2026', sealed: false }];
  it.each([
    ['locked by another unit', aDocument({ state: 'LOCKED' }), 'DOCUMENT_LOCKED'],
    ['part of an intimation', aDocument({ state: 'SIGNED', bonds }), 'DOCUMENT_OF_INTIMATION'],
    ['cancelled', aDocument({ state: 'CANCELLED' }), 'DOCUMENT_ALREADY_CANCELLED'],
    ['part of a petition', aDocument({ petitionId: 'p' }), 'DOCUMENT_NOT_WRITTEN'],
  ])('is not written anew once it is %s', (_name, document, code) => {
    expect(() => editable(document, written(document))).toThrow(expect.objectContaining({ code }));
  });

  it('is what was written in the editor, never a file', () => {
    expect(() => editable(aDocument({ state: 'SUBMITTED' }), undefined)).toThrow(expect.objectContaining({ code: 'DOCUMENT_NOT_WRITTEN' }));
  });
});
