import { describe, expect, it } from '@jest/globals';
import { accessChanges, documentConflicts, refuseConflicts } from './conflicts.ts';
import type { EarlierNotice, InTheWay } from './conflicts.ts';
import type { IntimationOrder } from './intimation-order.ts';

const order: IntimationOrder = {
  unitId: 'pg', processId: 'p', documentId: 'doc', annexDocumentIds: ['annex'], typeId: 't', responseTypeIds: [], recipientIds: ['a', 'b', 'c'], accessScope: 'PARTIAL',
};
const integral: IntimationOrder = { ...order, accessScope: 'INTEGRAL' };
const earlier = (recipientId: string, accessScope: 'INTEGRAL' | 'PARTIAL', documentIds: string[] = ['old']): EarlierNotice => ({
  recipientId, accessScope, documentIds, number: `INT 2026/${recipientId}`, municipalityId: 'campinas', unitId: 'pg', confidedTo: null,
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

  it('documents come before access, refusal before confirmation, and a confirmation lets only itself through; what is not told is refused all the same', () => {
    const conflict = { recipientId: 'a', documentId: 'doc', number: 'INT 2026/1' };
    const both: InTheWay['changes'] = new Map([['a', 'REFUSED'], ['b', 'REPLACES_PARTIAL']]);
    const replaced: InTheWay['changes'] = new Map([['b', 'REPLACES_PARTIAL']]);
    const refusal = (inTheWay: InTheWay, isConfirmed: boolean, told = inTheWay): object | null => {
      try {
        refuseConflicts(inTheWay, told, isConfirmed);
        return null;
      } catch (error) {
        const { code, details } = error as { code: string; details: object };
        return { code, ...details };
      }
    };
    expect(refusal({ conflicts: [conflict], changes: both }, true)).toEqual({ code: 'DOCUMENT_ALREADY_INTIMATED', conflicts: [conflict] });
    expect(refusal({ conflicts: [], changes: both }, true)).toEqual({ code: 'INTEGRAL_ACCESS_HELD', recipientIds: ['a'] });
    expect(refusal({ conflicts: [], changes: replaced }, false)).toEqual({ code: 'REPLACEMENT_NOT_CONFIRMED', recipientIds: ['b'] });
    expect(refusal({ conflicts: [], changes: replaced }, true)).toBeNull();

    const nothing: InTheWay = { conflicts: [], changes: new Map([['a', 'NEW'], ['b', 'NEW']]) };
    expect(refusal({ conflicts: [conflict], changes: both }, true, nothing)).toEqual({ code: 'DOCUMENT_ALREADY_INTIMATED', conflicts: [] });
    expect(refusal({ conflicts: [], changes: both }, true, nothing)).toEqual({ code: 'INTEGRAL_ACCESS_HELD', recipientIds: [] });
    expect(refusal({ conflicts: [], changes: replaced }, false, nothing)).toEqual({ code: 'REPLACEMENT_NOT_CONFIRMED', recipientIds: [] });
  });
});
