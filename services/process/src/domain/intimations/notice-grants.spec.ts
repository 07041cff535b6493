import { describe, expect, it } from '@jest/globals';
import { aGrant } from '../../test/builders.ts';
import type { Grant } from '../access/grant.ts';
import type { Binding } from './binding.ts';
import { closeNotices, noteInGrant, openNotices } from './notice-grants.ts';
import type { NoticeToOpen } from './notice-grants.ts';

const at = new Date('2026-03-06T15:00:00Z');

function aBinding(change: Partial<Binding> = {}): Binding {
  return {
    id: 'i', municipalityId: 'campinas', processId: 'process-1', number: 'INT 2026/7', typeName: 'Notificação', unitId: 'u', staffId: 's', scope: 'PARTIAL',
    documentId: 'principal', annexIds: ['annex'], documentLabel: 'Despacho 0000001', annexLabels: ['Memorando 0000002'],
    access: { accessLevel: 'PUBLIC', legalHypothesis: null }, boundAt: at, state: 'BOUND', pendingCount: 1, inCourseCount: 1, version: 1, ...change,
  };
}

const notice = (id: string, personIds: readonly string[], replacesPartial = false): NoticeToOpen => ({ id, personIds, replacesPartial });
let ids = 0;
const newId = (): string => {
  ids += 1;
  return `new-${String(ids)}`;
};
const open = (notices: readonly NoticeToOpen[], binding: Binding, held: readonly Grant[] = []) => {
  return openNotices(notices, binding, { held, at, on: '2026-03-06', newId });
};
const summary = (grants: readonly Grant[]) => grants.map(({ personId, scope, state, intimations }) => [personId, scope, state, intimations.map(({ noticeId }) => noticeId).join()]);

describe('what notices open (IN-06)', () => {
  it('is a partial access of its own for each notice and person, without end, with principal and annexes', () => {
    const { added, updated } = open([notice('n1', ['ana']), notice('n2', ['bia'])], aBinding());
    expect(summary(added)).toEqual([['ana', 'PARTIAL', 'ACTIVE', 'n1'], ['bia', 'PARTIAL', 'ACTIVE', 'n2']]);
    expect(added[0]).toMatchObject({ purpose: 'INTIMATION', documentIds: ['principal', 'annex'], expiresAt: null, grantedBy: { staffId: 's', unitId: 'u' } });
    expect(updated).toEqual([]);
  });

  it('goes to every representative of a legal entity, named twice or not', () => {
    expect(summary(open([notice('n1', ['ana', 'bia', 'ana'])], aBinding()).added)).toEqual([['ana', 'PARTIAL', 'ACTIVE', 'n1'], ['bia', 'PARTIAL', 'ACTIVE', 'n1']]);
  });

  it('is one integral access for each person, also who represents two recipients', () => {
    const { added } = open([notice('n1', ['ana']), notice('n2', ['ana', 'bia'])], aBinding({ scope: 'INTEGRAL' }));
    expect(summary(added)).toEqual([['ana', 'INTEGRAL', 'ACTIVE', 'n1,n2'], ['bia', 'INTEGRAL', 'ACTIVE', 'n2']]);
    expect(added.every(({ version, documentIds }) => version === 1 && documentIds.length === 0)).toBe(true);
  });

  it('leaves accesses of another kind and of others as they are', () => {
    const ended = aGrant({ id: 'ended', purpose: 'INTIMATION', scope: 'INTEGRAL', personId: 'ana', state: 'CANCELLED' });
    expect(open([notice('n1', ['ana'])], aBinding(), [ended, aGrant({ id: 'of-bia', purpose: 'INTIMATION', scope: 'INTEGRAL', personId: 'bia' })])).toMatchObject({ updated: [], problems: [] });
  });

  it('IN-05: says each thing in the way once', () => {
    const held = ['ana', 'bia'].map((personId) => aGrant({ id: personId, purpose: 'INTIMATION', scope: 'INTEGRAL', personId }));
    expect(open([notice('n1', ['ana']), notice('n2', ['bia'])], aBinding(), held).problems.map(({ code }) => code)).toEqual(['INTEGRAL_ACCESS_HELD']);
  });

  it('IN-05: takes over the notices of all partial accesses that it takes the place of', () => {
    const first = open([notice('n1', ['ana'])], aBinding({ id: 'i1' })).added;
    const { added, updated, replaced } = open([notice('n2', ['ana'], true)], aBinding({ id: 'i2', scope: 'INTEGRAL' }), first);
    expect(summary(added)).toEqual([['ana', 'INTEGRAL', 'ACTIVE', 'n1,n2']]);
    expect(summary(updated)).toEqual([['ana', 'PARTIAL', 'CANCELLED', 'n1']]);
    expect([...replaced]).toEqual([['n2', first.map(({ id }) => id)]]);
  });
});

describe('what a withdrawn intimation opened', () => {
  const binding = aBinding({ id: 'i2', scope: 'INTEGRAL' });
  const partial = open([notice('n1', ['ana'])], aBinding({ id: 'i1' })).added.map((grant) => ({ ...grant, id: 'partial' }));
  const { added: [integral], updated: [cancelled] } = open([notice('n2', ['ana'], true)], binding, partial);

  it('is closed, and the partial access comes back as far as its notice went meanwhile', () => {
    if (integral === undefined || cancelled === undefined) throw new Error('An integral access in the place of a partial one');
    const facts = { fulfilledAt: at, heldUntil: null, certificateId: 'c' };
    const closed = closeNotices([noteInGrant(integral, 'n1', facts)], [cancelled], { binding, at });
    expect(summary(closed)).toEqual([['ana', 'INTEGRAL', 'CANCELLED', 'n1,n2'], ['ana', 'PARTIAL', 'ACTIVE', 'n1']]);
    expect(closed[1]).toMatchObject({ cancellation: null, intimations: [facts] });
  });

  it('stays open for an intimation that joined it since', () => {
    const [joined] = open([notice('n3', ['ana'])], aBinding({ id: 'i3', scope: 'INTEGRAL' }), integral === undefined ? [] : [integral]).updated;
    expect(summary(closeNotices(joined === undefined ? [] : [joined], cancelled === undefined ? [] : [cancelled], { binding, at }))).toEqual([['ana', 'INTEGRAL', 'ACTIVE', 'n1,n3']]);
  });
});
