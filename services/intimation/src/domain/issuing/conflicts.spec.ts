import { describe, expect, it } from '@jest/globals';
import { accessChanges, documentConflicts, refuseConflicts } from './conflicts.ts';
import type { EarlierNotice } from './conflicts.ts';
import type { IntimationOrder } from './intimation-order.ts';

const order: IntimationOrder = {
  unitId: 'pg', processId: 'p', documentId: 'doc', annexDocumentIds: ['annex'], typeId: 't', responseTypeIds: [], recipientIds: ['a', 'b', 'c'], accessScope: 'PARTIAL',
};
const integral: IntimationOrder = { ...order, accessScope: 'INTEGRAL' };
const earlier = (recipientId: string, accessScope: 'INTEGRAL' | 'PARTIAL', documentIds: string[] = ['old']): EarlierNotice => ({
  recipientId, accessScope, documentIds, number: `INT 2026/${recipientId}`,
});

describe('what earlier intimations stand in the way of', () => {
  it('each document is named with its recipient and the earlier number, principal and annex alike (IN-04)', () => {
    const found = documentConflicts(order, [earlier('a', 'PARTIAL', ['annex', 'doc', 'other']), earlier('b', 'PARTIAL', ['other']), earlier('x', 'PARTIAL', ['doc'])]);
    expect(found).toEqual([
      { recipientId: 'a', documentId: 'annex', number: 'INT 2026/a' }, { recipientId: 'a', documentId: 'doc', number: 'INT 2026/a' },
    ]);
  });

  it('a partial intimation is refused where integral access is held, and adds to a partial one (IN-05)', () => {
    const changes = accessChanges(order, [earlier('a', 'PARTIAL'), earlier('a', 'INTEGRAL'), earlier('a', 'PARTIAL'), earlier('b', 'PARTIAL')]);
    expect([...changes]).toEqual([['a', 'REFUSED'], ['b', 'ADDED'], ['c', 'NEW']]);
  });

  it('an integral intimation replaces partial access, and adds to an integral one (IN-05)', () => {
    const changes = accessChanges(integral, [earlier('a', 'INTEGRAL'), earlier('b', 'PARTIAL')]);
    expect([...changes]).toEqual([['a', 'ADDED'], ['b', 'REPLACES_PARTIAL'], ['c', 'NEW']]);
  });

  it('documents come before access, refusal before confirmation, and a confirmation lets only itself through', () => {
    const conflict = { recipientId: 'a', documentId: 'doc', number: 'INT 2026/1' };
    const both = new Map([['a', 'REFUSED'], ['b', 'REPLACES_PARTIAL']] as const);
    const replaced = new Map([['b', 'REPLACES_PARTIAL']] as const);
    expect(() => { refuseConflicts([conflict], both, true); }).toThrow(expect.objectContaining({ code: 'DOCUMENT_ALREADY_INTIMATED' }));
    expect(() => { refuseConflicts([], both, true); }).toThrow(expect.objectContaining({ code: 'INTEGRAL_ACCESS_HELD' }));
    expect(() => { refuseConflicts([], replaced, false); }).toThrow(expect.objectContaining({ code: 'REPLACEMENT_NOT_CONFIRMED' }));
    expect(() => { refuseConflicts([], replaced, true); }).not.toThrow();
  });
});
