import { describe, expect, it } from '@jest/globals';
import { anAccreditation } from '../test/builders.ts';
import { block } from './accreditation.ts';
import { abandonRelease, completeRelease, startRelease } from './release.ts';

const at = new Date('2026-03-02T15:00:00Z');
const sheet = { url: '/files/sheet', sha256: 'ab'.repeat(32), size: 100 };
const opened = { processId: 'p', processNumber: 'PMC.2026.00000001-00', openedAt: at, termDocumentId: 'term-1', ticketId: 'ticket-1' };
const campinas = { at, timeZone: 'America/Sao_Paulo', termDeadlineDays: 15 };

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
