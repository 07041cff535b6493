import { describe, expect, it } from '@jest/globals';
import { aRelease, anAccreditation, everyState, typesOf } from '../test/builders.ts';
import { block, deactivate, followTicket, noteTicketOpened, reactivate, startAccreditation, unblock } from './accreditation.ts';
import type { TicketTurn } from './accreditation.ts';
import { noteTermSigned } from './term.ts';

const at = new Date('2026-03-02T15:00:00Z');

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
    expect(typesOf(followTicket(anAccreditation(), 'ticket-1', 'REFUSED')?.events)).toEqual(['AccreditationRefused']);
    expect(turns.map((turn) => followTicket(anAccreditation(), 'another', turn))).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('is not moved by its ticket while the saga runs or after the release', () => {
    for (const state of ['RELEASING', 'RELEASED_TERM_PENDING', 'RELEASED'] as const) {
      expect(followTicket(anAccreditation({ state }), 'ticket-1', 'PENDING')).toBeUndefined();
      expect(followTicket(anAccreditation({ state }), 'ticket-1', 'REFUSED')?.state.state).toBe(state);
    }
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
      expect(typesOf(blocked.events)).toEqual(['AccreditationBlocked']);
      expect(unblock(blocked.state, at, 'Ana').state).toMatchObject({ state: stage.state, blockReason: null });
    }
    for (const state of ['REFUSED', 'DEACTIVATED'] as const) {
      expect(() => block(anAccreditation({ state }))).toThrow(expect.objectContaining({ code: 'ACCREDITATION_CANNOT_BE_BLOCKED' }));
    }
  });

  it('cannot lift the block for the unsigned term, which takes over when the deadline passed meanwhile', () => {
    const overdue = new Date('2026-04-01T12:00:00Z');
    const byTerm = anAccreditation({ state: 'BLOCKED', blockReason: 'TERM', release: aRelease() });
    expect(() => unblock(byTerm, overdue, 'Ana')).toThrow(expect.objectContaining({ code: 'ACCREDITATION_NOT_BLOCKED' }));
    const lifted = unblock({ ...byTerm, blockReason: 'ADMINISTRATIVE' }, overdue, 'Ana Prado');
    expect(lifted.state).toMatchObject({ state: 'BLOCKED', blockReason: 'TERM' });
    expect(lifted.events).toMatchObject([{ type: 'AccreditationUnblocked', data: { released: false, personName: 'Ana Prado' } }]);
  });

  it('keep a signature that was made under the block', () => {
    const blocked = block(anAccreditation({ state: 'RELEASED_TERM_PENDING', release: aRelease() })).state;
    const signed = noteTermSigned(blocked, { documentId: 'term-1', at, personName: 'Ana' })?.state ?? blocked;
    expect(signed.state).toBe('BLOCKED');
    expect(unblock(signed, at, 'Ana').state.state).toBe('RELEASED');
  });

  it('deactivate a released person without ties only, and take it back (ID-11)', () => {
    const released = anAccreditation({ state: 'RELEASED', release: aRelease({ termSignedAt: at }) });
    expect(() => deactivate(released, 2)).toThrow(expect.objectContaining({ code: 'ACCREDITATION_HAS_TIES', details: { ties: 2 } }));
    expect(() => deactivate(anAccreditation(), 0)).toThrow(expect.objectContaining({ code: 'ACCREDITATION_NOT_RELEASED' }));
    const off = deactivate(released, 0);
    expect(off.events).toMatchObject([{ type: 'AccreditationBlocked', data: { reasonCode: 'DEACTIVATED' } }]);
    expect(reactivate(off.state, 'Ana Prado')).toMatchObject({ state: { state: 'RELEASED' }, events: [{ type: 'AccreditationUnblocked', data: { released: true, personName: 'Ana Prado' } }] });
    expect(() => reactivate(released, 'Ana')).toThrow(expect.objectContaining({ code: 'ACCREDITATION_NOT_DEACTIVATED' }));
  });
});
