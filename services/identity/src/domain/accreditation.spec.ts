import { describe, expect, it } from '@jest/globals';
import { aRelease, anAccreditation } from '../test/builders.ts';
import {
  abandonRelease,
  block,
  citiesToSignIn,
  completeRelease,
  deactivate,
  enforceTermDeadline,
  followTicket,
  maySign,
  noteTermSigned,
  noteTicketOpened,
  reactivate,
  remindOfTerm,
  startAccreditation,
  startRelease,
  unblock,
} from './accreditation.ts';
import type { AccreditationState, TicketTurn } from './accreditation.ts';

const at = new Date('2026-03-02T15:00:00Z');
const sheet = { url: '/files/sheet', sha256: 'ab'.repeat(32), size: 100 };
const opened = { processId: 'p', processNumber: 'PMC.2026.00000001-00', openedAt: at, termDocumentId: 'term-1', ticketId: 'ticket-1' };
const campinas = { at, timeZone: 'America/Sao_Paulo', termDeadlineDays: 15 };
const everyState: AccreditationState[] = [
  'PENDING_DOCUMENTS', 'UNDER_ANALYSIS', 'RELEASING', 'RELEASED_TERM_PENDING', 'RELEASED', 'REFUSED', 'BLOCKED', 'DEACTIVATED',
];
const types = (events: readonly { type: string }[] | undefined): string[] => (events ?? []).map(({ type }) => type);

describe('an accreditation', () => {
  it('starts without documents and says so', () => {
    const { state, events } = startAccreditation({ id: 'a', personId: 'p', municipalityId: 'campinas', at });
    expect(state).toMatchObject({ state: 'PENDING_DOCUMENTS', ticketId: null, version: 1 });
    expect(events).toMatchObject([{ type: 'AccreditationStarted', aggregate: { type: 'accreditation', id: 'a' }, tenantId: 'campinas' }]);
  });

  it('comes under analysis by its ticket only where it waits for documents or was refused', () => {
    const after = everyState.map((state) => [state, noteTicketOpened(anAccreditation({ state, ticketId: null, release: null }), 'new')?.state.state]);
    expect(Object.fromEntries(after)).toEqual({
      PENDING_DOCUMENTS: 'UNDER_ANALYSIS', UNDER_ANALYSIS: undefined, RELEASING: undefined, RELEASED_TERM_PENDING: undefined,
      RELEASED: undefined, REFUSED: 'UNDER_ANALYSIS', BLOCKED: 'BLOCKED', DEACTIVATED: undefined,
    });
  });

  it('follows every turn of its own ticket, and of no other', () => {
    const turns: TicketTurn[] = ['PENDING', 'REPLIED', 'REFUSED', 'CANCELLED'];
    const after = turns.map((turn) => followTicket(anAccreditation(), 'ticket-1', turn)?.state);
    expect(after.map((state) => state?.state)).toEqual(['PENDING_DOCUMENTS', 'UNDER_ANALYSIS', 'REFUSED', 'PENDING_DOCUMENTS']);
    expect(after[3]?.ticketId).toBeNull();
    expect(types(followTicket(anAccreditation(), 'ticket-1', 'REFUSED')?.events)).toEqual(['AccreditationRefused']);
    expect(turns.map((turn) => followTicket(anAccreditation(), 'another', turn))).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('is not moved by its ticket while the saga runs or after the release', () => {
    for (const state of ['RELEASING', 'RELEASED_TERM_PENDING', 'RELEASED'] as const) {
      expect(followTicket(anAccreditation({ state }), 'ticket-1', 'PENDING')).toBeUndefined();
      expect(followTicket(anAccreditation({ state }), 'ticket-1', 'REFUSED')?.state.state).toBe(state);
    }
  });
});

describe('the release (TK-08)', () => {
  it('starts from analysis, also when the clerk still waited for an answer, and says where the data is', () => {
    for (const state of ['UNDER_ANALYSIS', 'PENDING_DOCUMENTS'] as const) {
      const change = startRelease(anAccreditation({ state }), 'ticket-1', sheet);
      expect(change.state.state).toBe('RELEASING');
      expect(change.events).toMatchObject([{ type: 'AccreditationReleaseStarted', data: { ticketId: 'ticket-1', sheet } }]);
    }
  });

  it('is refused with its reason in every other state, and changes nothing', () => {
    const reasons = (['RELEASING', 'RELEASED_TERM_PENDING', 'RELEASED', 'REFUSED', 'BLOCKED', 'DEACTIVATED'] as const).map((state) => {
      const accreditation = anAccreditation({ state });
      const { state: after, events } = startRelease(accreditation, 'ticket-1', sheet);
      expect(after).toBe(accreditation);
      return (events[0]?.data as { reasonCode: string }).reasonCode;
    });
    expect(reasons).toEqual([
      'ACCREDITATION_NOT_UNDER_ANALYSIS', 'ACCREDITATION_NOT_UNDER_ANALYSIS', 'ACCREDITATION_NOT_UNDER_ANALYSIS',
      'ACCREDITATION_NOT_UNDER_ANALYSIS', 'ACCREDITATION_BLOCKED', 'ACCREDITATION_DEACTIVATED',
    ]);
    expect(startRelease(anAccreditation(), 'another', sheet).events).toMatchObject([{ data: { reasonCode: 'ACCREDITATION_HAS_ANOTHER_TICKET' } }]);
  });

  it('ends with the term due at the end of the 15th local day after (ID-08)', () => {
    const late = { ...campinas, at: new Date('2026-03-03T02:30:00Z') }; // still 2 March in Campinas
    const { state, events } = completeRelease(anAccreditation({ state: 'RELEASING' }), opened, late);
    expect(state).toMatchObject({ state: 'RELEASED_TERM_PENDING', release: { termDueOn: '2026-03-17', termSignedAt: null } });
    expect(state.release?.termDueAt.toISOString()).toBe('2026-03-18T02:59:59.999Z');
    expect(events).toMatchObject([{ type: 'AccreditationReleased', data: { processNumber: 'PMC.2026.00000001-00', termDueOn: '2026-03-17' } }]);
  });

  it('fails at its end when the person was blocked meanwhile, or the saga was given up', () => {
    const blocked = block(anAccreditation({ state: 'RELEASING' })).state;
    expect(completeRelease(blocked, opened, campinas).events).toMatchObject([{ type: 'AccreditationReleaseRefused', data: { reasonCode: 'ACCREDITATION_BLOCKED' } }]);
    expect(completeRelease(anAccreditation(), opened, campinas).events).toMatchObject([{ data: { reasonCode: 'ACCREDITATION_NOT_RELEASING' } }]);
  });

  it('goes back to analysis when the process cannot be opened', () => {
    expect(abandonRelease(anAccreditation({ state: 'RELEASING' }), 'ticket-1')?.state.state).toBe('UNDER_ANALYSIS');
    expect(abandonRelease(anAccreditation({ state: 'BLOCKED' }), 'ticket-1')).toBeUndefined();
    expect(abandonRelease(anAccreditation({ state: 'RELEASING' }), 'another')).toBeUndefined();
  });
});

describe('the term (ID-08)', () => {
  const pending = anAccreditation({ state: 'RELEASED_TERM_PENDING', release: aRelease() });
  const overdue = new Date('2026-03-18T03:00:00Z');

  it('releases fully when it is signed', () => {
    const change = noteTermSigned(pending, 'term-1', at);
    expect(change?.state).toMatchObject({ state: 'RELEASED', release: { termSignedAt: at } });
    expect(types(change?.events)).toEqual(['AccreditationTermSigned']);
    expect(noteTermSigned(change?.state ?? pending, 'term-1', at)).toBeUndefined();
    expect(noteTermSigned(pending, 'other-document', at)).toBeUndefined();
  });

  it('blocks when its last day is over, not a moment before, and signing unblocks', () => {
    expect(enforceTermDeadline(pending, aRelease().termDueAt)).toBeUndefined();
    const change = enforceTermDeadline(pending, overdue);
    expect(change?.state).toMatchObject({ state: 'BLOCKED', blockReason: 'TERM' });
    expect(change?.events).toMatchObject([{ type: 'AccreditationBlocked', data: { reasonCode: 'TERM_NOT_SIGNED' } }]);
    const signed = noteTermSigned(change?.state ?? pending, 'term-1', overdue);
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

describe("the administrator's decisions", () => {
  it('block at any stage but the last ones, and lifting leads back', () => {
    const release = aRelease();
    const stages = [
      anAccreditation({ state: 'PENDING_DOCUMENTS', ticketId: null }),
      anAccreditation({ state: 'UNDER_ANALYSIS' }),
      anAccreditation({ state: 'RELEASED_TERM_PENDING', release }),
      anAccreditation({ state: 'RELEASED', release: { ...release, termSignedAt: at } }),
    ];
    for (const stage of stages) {
      const blocked = block(stage);
      expect(types(blocked.events)).toEqual(['AccreditationBlocked']);
      expect(unblock(blocked.state, at).state).toMatchObject({ state: stage.state, blockReason: null });
    }
    for (const state of ['REFUSED', 'DEACTIVATED'] as const) {
      expect(() => block(anAccreditation({ state }))).toThrow(expect.objectContaining({ code: 'ACCREDITATION_CANNOT_BE_BLOCKED' }));
    }
  });

  it('cannot lift the block for the unsigned term, which takes over when the deadline passed meanwhile', () => {
    const overdue = new Date('2026-04-01T12:00:00Z');
    const byTerm = anAccreditation({ state: 'BLOCKED', blockReason: 'TERM', release: aRelease() });
    expect(() => unblock(byTerm, overdue)).toThrow(expect.objectContaining({ code: 'ACCREDITATION_NOT_BLOCKED' }));
    const lifted = unblock({ ...byTerm, blockReason: 'ADMINISTRATIVE' }, overdue);
    expect(lifted.state).toMatchObject({ state: 'BLOCKED', blockReason: 'TERM' });
    expect(lifted.events).toMatchObject([{ type: 'AccreditationUnblocked', data: { released: false } }]);
  });

  it('keep a signature that was made under the block', () => {
    const blocked = block(anAccreditation({ state: 'RELEASED_TERM_PENDING', release: aRelease() })).state;
    const signed = noteTermSigned(blocked, 'term-1', at)?.state ?? blocked;
    expect(signed.state).toBe('BLOCKED');
    expect(unblock(signed, at).state.state).toBe('RELEASED');
  });

  it('deactivate a released person without ties only, and take it back (ID-11)', () => {
    const released = anAccreditation({ state: 'RELEASED', release: aRelease({ termSignedAt: at }) });
    expect(() => deactivate(released, 2)).toThrow(expect.objectContaining({ code: 'ACCREDITATION_HAS_TIES', details: { ties: 2 } }));
    expect(() => deactivate(anAccreditation(), 0)).toThrow(expect.objectContaining({ code: 'ACCREDITATION_NOT_RELEASED' }));
    const off = deactivate(released, 0);
    expect(off.events).toMatchObject([{ type: 'AccreditationBlocked', data: { reasonCode: 'DEACTIVATED' } }]);
    expect(reactivate(off.state)).toMatchObject({ state: { state: 'RELEASED' }, events: [{ type: 'AccreditationUnblocked', data: { released: true } }] });
    expect(() => reactivate(released)).toThrow(expect.objectContaining({ code: 'ACCREDITATION_NOT_DEACTIVATED' }));
  });
});
