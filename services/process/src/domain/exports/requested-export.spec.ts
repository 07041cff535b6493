import { describe, expect, it } from '@jest/globals';
import { aDocument, aProcess } from '../../test/builders.ts';
import type { Reader } from '../processes/reading.ts';
import { itemOf, requestExport, stillReads } from './requested-export.ts';

const staff: Reader = { kind: 'staff', staffId: 'clerk', municipalityId: 'campinas', unitIds: ['campinas-protocolo-geral'] };
const sealed = [{ intimationId: 'i', number: '1/2026', sealed: true }];
const publicOne = aDocument({ state: 'SIGNED', accessLevel: 'PUBLIC' });
const inProcess = <One extends object>(document: One) => ({ ...document, process: { ...aProcess(), grants: [] } });

describe('a whole process as one file', () => {
  it.each([
    ['a document in reach', publicOne, false, null],
    ['a cancelled one, without its content', { ...publicOne, state: 'CANCELLED' as const }, false, 'CANCELLED'],
    ['one that an intimation seals, for staff', { ...publicOne, bonds: sealed }, false, null],
    ['one that an intimation seals, without its content where everybody may read', { ...publicOne, bonds: sealed }, true, 'SEALED'],
  ])('takes in %s', (_name, document, onlyPublic, withheld) => {
    expect(itemOf(inProcess(document), { reader: staff, onlyPublic })).toEqual({ documentId: 'document-1', withheld });
  });

  it('leaves out drafts, restricted documents and who was intimated where everybody may read', () => {
    const certificate = aDocument({ state: 'AUTHENTICATED', accessLevel: 'PUBLIC', createdBy: { kind: 'system', id: 'intimation-saga' } });
    expect([true, false].map((onlyPublic) => itemOf(inProcess(certificate), { reader: staff, onlyPublic }))).toEqual([null, { documentId: 'document-1', withheld: null }]);
    expect(itemOf(inProcess(aDocument({ state: 'DRAFT', accessLevel: 'PUBLIC' })), { reader: staff, onlyPublic: true })).toBeNull();
    expect(itemOf(inProcess(aDocument({ state: 'SIGNED', accessLevel: 'RESTRICTED' })), { reader: staff, onlyPublic: true })).toBeNull();
  });

  it('is not given any more once one document in it may not be read', () => {
    const process = { ...aProcess(), grants: [] };
    expect(stillReads(staff, process, [publicOne])).toBe(true);
    expect(stillReads(staff, process, [publicOne, { ...publicOne, state: 'CANCELLED' }])).toBe(false);
    const elsewhere: Reader = { ...staff, unitIds: ['other'] };
    expect(stillReads(elsewhere, process, [publicOne])).toBe(true);
    expect(stillReads(elsewhere, process, [publicOne, aDocument({ id: 'd2', state: 'SIGNED' })])).toBe(false);
    expect(stillReads(staff, { ...process, state: 'CANCELLED' }, [publicOne])).toBe(false);
  });

  it('is kept for seven days', () => {
    const facts = { id: 'e', municipalityId: 'campinas', processId: 'p', owner: 'staff:clerk', reader: staff, format: 'PDF', onlyPublic: false, total: 1 } as const;
    const at = new Date('2026-03-06T12:00:00Z');
    expect(requestExport({ ...facts, at })).toMatchObject({ state: 'WAITING', done: 0, expiresAt: new Date('2026-03-13T12:00:00Z') });
  });
});
