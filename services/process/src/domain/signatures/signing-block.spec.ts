import { describe, expect, it } from '@jest/globals';
import { aDocument, aUnit } from '../../test/builders.ts';
import { changeDocuments, concerns, fitsBlock, giveBack, newBlock, offer } from './signing-block.ts';

const unit = aUnit();
const saj = aUnit({ id: 'saj', acronym: 'SAJ' });
const smf = aUnit({ id: 'smf', acronym: 'SMF' });
const empty = newBlock({ id: 'b', unit, description: 'Ofícios', createdBy: 'clerk', at: new Date('2026-03-06T12:00:00Z') });
const documents = (count: number) => Array.from({ length: count }, (_, index) => ({ documentId: `d${String(index)}`, processId: 'p' }));
const filled = changeDocuments(empty, { add: documents(2), remove: [] });
const coded = (code: string): unknown => expect.objectContaining({ code });

describe('a signing block', () => {
  it('takes each document once, up to a hundred, and gives them away', () => {
    expect(changeDocuments(filled, { add: documents(3), remove: [] }).documents).toHaveLength(3);
    expect(changeDocuments(filled, { add: [], remove: ['d0'] }).documents).toEqual([{ documentId: 'd1', processId: 'p' }]);
    expect(changeDocuments(empty, { add: documents(100), remove: [] }).documents).toHaveLength(100);
    expect(() => changeDocuments(empty, { add: documents(101), remove: [] })).toThrow(coded('SIGNING_BLOCK_FULL'));
  });

  it('takes documents of the editor of its own unit alone', () => {
    const draft = aDocument({ createdBy: { kind: 'staff', id: 'clerk' } });
    expect(fitsBlock(draft, unit.id)).toBe(true);
    for (const change of [{ unitId: 'saj' }, { state: 'LOCKED' }, { state: 'SUBMITTED' }, { createdBy: { kind: 'system', id: 'x' } }, { bonds: [{ intimationId: 'i', number: '1', sealed: false }] }] as const) {
      expect(fitsBlock({ ...draft, ...change }, unit.id)).toBe(false);
    }
  });

  it('is offered with documents in it, to active units of the city other than its own', () => {
    expect(offer(filled, [saj, smf])).toMatchObject({ state: 'OFFERED', offeredTo: ['saj', 'smf'] });
    expect(() => offer(empty, [saj])).toThrow(coded('SIGNING_BLOCK_EMPTY'));
    expect(() => offer(filled, [])).toThrow(coded('SIGNING_BLOCK_UNIT_COUNT'));
    for (const wrong of [unit, aUnit({ ...saj, active: false }), aUnit({ ...saj, municipalityId: 'rio' })]) {
      expect(() => offer(filled, [wrong])).toThrow(coded('SIGNING_BLOCK_UNIT_REFUSED'));
    }
  });

  it('does not change while it is offered; given back by all it does again', () => {
    const offered = offer(filled, [saj, smf]);
    expect(() => changeDocuments(offered, { add: [], remove: ['d0'] })).toThrow(coded('SIGNING_BLOCK_OFFERED'));
    const half = giveBack(offered, 'saj');
    expect(half).toMatchObject({ state: 'OFFERED', offeredTo: ['smf'], returnedBy: ['saj'] });
    const returned = giveBack(half, 'smf');
    expect(returned).toMatchObject({ state: 'RETURNED', offeredTo: [], returnedBy: ['saj', 'smf'] });
    expect(['saj', unit.id, 'other'].map((id) => concerns(returned, id))).toEqual([true, true, false]);
    expect(changeDocuments(returned, { add: [], remove: ['d0'] }).documents).toHaveLength(1);
    expect(() => giveBack(returned, 'smf')).toThrow(coded('SIGNING_BLOCK_NOT_OFFERED'));
    expect(offer(returned, [saj]).returnedBy).toEqual(['smf']);
  });

  it('is taken back from all by its own unit', () => {
    expect(giveBack(offer(filled, [saj, smf]), unit.id)).toMatchObject({ state: 'OPEN', offeredTo: [], returnedBy: [] });
  });
});
