import { describe, expect, it } from '@jest/globals';
import { aRelease, anAccreditation, everyState } from '../test/builders.ts';
import { citiesToSignIn, enforceTermDeadline, maySign, noteTermSigned, remindOfTerm } from './term.ts';

const at = new Date('2026-03-02T15:00:00Z');

describe('the term (ID-08)', () => {
  const pending = anAccreditation({ state: 'RELEASED_TERM_PENDING', release: aRelease() });
  const overdue = new Date('2026-03-18T03:00:00Z');

  it('releases fully when it is signed', () => {
    const term = { documentId: 'term-1', at, personName: 'Ana Prado' };
    const change = noteTermSigned(pending, term);
    expect(change?.state).toMatchObject({ state: 'RELEASED', release: { termSignedAt: at } });
    expect(change?.events).toMatchObject([{ type: 'AccreditationTermSigned', data: { personName: 'Ana Prado' } }]);
    expect(noteTermSigned(change?.state ?? pending, term)).toBeUndefined();
    expect(noteTermSigned(pending, { ...term, documentId: 'other-document' })).toBeUndefined();
  });

  it('blocks when its last day is over, not a moment before, and signing unblocks', () => {
    expect(enforceTermDeadline(pending, aRelease().termDueAt)).toBeUndefined();
    const change = enforceTermDeadline(pending, overdue);
    expect(change?.state).toMatchObject({ state: 'BLOCKED', blockReason: 'TERM' });
    expect(change?.events).toMatchObject([{ type: 'AccreditationBlocked', data: { reasonCode: 'TERM_NOT_SIGNED' } }]);
    const signed = noteTermSigned(change?.state ?? pending, { documentId: 'term-1', at: overdue, personName: 'Ana' });
    expect(signed?.state).toMatchObject({ state: 'RELEASED', blockReason: null });
  });

  it('is not reminded of and does not block once signed or blocked otherwise', () => {
    for (const state of everyState.filter((one) => one !== 'RELEASED_TERM_PENDING')) {
      const other = anAccreditation({ state, release: aRelease() });
      expect(remindOfTerm(other, 5)).toBeUndefined();
      expect(enforceTermDeadline(other, overdue)).toBeUndefined();
    }
    expect(remindOfTerm(pending, 5)).toMatchObject({ data: { daysLeft: 5, termDueOn: '2026-03-17' } });
  });

  it('is all that may be signed until the release is full', () => {
    const may = everyState.map((state) => {
      const one = anAccreditation({ state, blockReason: state === 'BLOCKED' ? 'TERM' : null, release: aRelease() });
      return [state, maySign(one, 'term-1'), maySign(one, 'other')];
    });
    expect(may).toEqual([
      ['PENDING_DOCUMENTS', false, false], ['UNDER_ANALYSIS', false, false], ['RELEASING', false, false],
      ['RELEASED_TERM_PENDING', true, false], ['RELEASED', true, true], ['REFUSED', false, false], ['BLOCKED', true, false],
      ['DEACTIVATED', false, false],
    ]);
    expect(maySign(anAccreditation({ state: 'BLOCKED', blockReason: 'ADMINISTRATIVE', release: aRelease() }), 'term-1')).toBe(false);
  });

  it('may be signed at its own city, and anything else only where the person is released', () => {
    const blockedHere = anAccreditation({ state: 'BLOCKED', blockReason: 'TERM', release: aRelease() });
    const releasedThere = anAccreditation({ id: 'accreditation-2', municipalityId: 'rio', state: 'RELEASED', release: aRelease({ termDocumentId: 'term-2' }) });
    const both = [blockedHere, releasedThere];
    expect(citiesToSignIn(both, 'other')).toEqual(['rio']);
    expect(citiesToSignIn(both, 'term-1')).toEqual(['campinas', 'rio']);
    expect(citiesToSignIn([{ ...blockedHere, blockReason: 'ADMINISTRATIVE' }], 'term-1')).toEqual([]);
  });
});
