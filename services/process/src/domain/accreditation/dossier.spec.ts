import { describe, expect, it } from '@jest/globals';
import { failedWith, isDue, noteApproval, noteRelease, offered, openedWith, refuse } from './dossier.ts';
import type { Dossier, DueDossier } from './dossier.ts';
import { aProcess } from '../../test/builders.ts';

const at = new Date('2026-03-06T12:00:00Z');
const later = new Date('2026-03-06T13:00:00Z');
const subject = { ticketId: 'ticket-1', municipalityId: 'campinas', personId: 'ana' };
const approval = { unitId: 'unit-1', approvedBy: 'clerk-1', approvedAt: at, files: [] };
const release = { accreditationId: 'acc-1', sheet: { url: '/files/1', sha256: 'ab', size: 2 } };

const due = (): DueDossier => {
  const dossier = noteRelease(noteApproval(undefined, subject, approval, at), subject, release, at);
  if (!isDue(dossier, 1)) throw new Error('not due');
  return dossier;
};
const opened = (): Dossier => openedWith(due(), aProcess({ id: 'p1' }), { id: 'd1', sha256: 'cd' }, at).dossier;

describe('a dossier', () => {
  it('is due when both events are there, in any order', () => {
    const approvalFirst = noteApproval(undefined, subject, approval, at);
    const releaseFirst = noteRelease(undefined, subject, release, at);
    expect([approvalFirst.state, releaseFirst.state]).toEqual(['GATHERING', 'GATHERING']);
    expect(noteRelease(approvalFirst, subject, release, at).state).toBe('DUE');
    expect(noteApproval(releaseFirst, subject, approval, at).state).toBe('DUE');
  });

  it('stays as it is when an event comes again after it was opened', () => {
    const dossier = opened();
    expect(noteApproval(dossier, subject, approval, later)).toBe(dossier);
    expect(noteRelease(dossier, subject, release, later)).toBe(dossier);
  });

  it('starts a new round with the next approval of the ticket after it failed', () => {
    const { dossier, event } = failedWith(due(), { code: 'FILE_HASH_MISMATCH', detail: 'x' }, at);
    expect(dossier.state).toBe('FAILED');
    expect(event.data).toMatchObject({ ticketId: 'ticket-1', accreditationId: 'acc-1', reasonCode: 'FILE_HASH_MISMATCH' });
    const again = noteApproval(dossier, subject, { ...approval, approvedAt: later }, later);
    expect(again).toMatchObject({ state: 'GATHERING', round: 2, release: null, failure: null });
    expect(noteRelease(again, subject, release, later)).toMatchObject({ state: 'DUE', round: 2 });
  });

  it('does not come back to life when a refused approval arrives late', () => {
    const { dossier } = refuse(undefined, subject, { reasonCode: 'ACCREDITATION_BLOCKED', at: later });
    expect(dossier.state).toBe('REFUSED');
    expect(noteApproval(dossier, subject, approval, later)).toBe(dossier);
    const next = { ...approval, approvedAt: new Date('2026-03-06T14:00:00Z') };
    expect(noteApproval(dossier, subject, next, later)).toMatchObject({ state: 'GATHERING', round: 2 });
  });

  it('keeps an approval that overtook the refusal of the one before', () => {
    const next = { ...approval, approvedAt: later };
    const overtaken = noteApproval(noteApproval(undefined, subject, approval, at), subject, next, later);
    const { dossier } = refuse(overtaken, subject, { reasonCode: 'ACCREDITATION_BLOCKED', at: new Date('2026-03-06T12:30:00Z') });
    expect(noteRelease(dossier, subject, release, later)).toMatchObject({ state: 'DUE', approval: next });
  });

  it('has the next approval wait while the refusal of an opened round is still on its way', () => {
    const next = { ...approval, approvedAt: new Date('2026-03-06T14:00:00Z') };
    expect(() => noteApproval(opened(), subject, next, later)).toThrow(expect.objectContaining({ kind: 'unavailable', code: 'ROUND_NOT_OVER_YET' }));
    const { dossier } = refuse(opened(), subject, { reasonCode: 'ACCREDITATION_BLOCKED', at: later });
    expect(noteApproval(dossier, subject, next, later)).toMatchObject({ state: 'GATHERING', round: 2, approval: next });
    const seen = offered(opened(), at);
    expect(noteApproval(seen, subject, next, later)).toBe(seen);
  });

  it('asks for the process to be withdrawn when the release is refused after it was opened, and only then', () => {
    const refusal = { reasonCode: 'ACCREDITATION_BLOCKED', at: later };
    expect(refuse(opened(), subject, refusal)).toMatchObject({ dossier: { state: 'WITHDRAWN' }, withdrawProcessId: 'p1' });
    expect(refuse(due(), subject, refusal)).toMatchObject({ dossier: { state: 'REFUSED' }, withdrawProcessId: null });
    const seen = offered(opened(), at);
    expect(refuse(seen, subject, refusal)).toEqual({ dossier: seen, withdrawProcessId: null });
  });

  it('is due for its own round only', () => {
    expect(isDue(due(), 1)).toBe(true);
    expect(isDue(due(), 2)).toBe(false);
    expect(isDue(opened(), 1)).toBe(false);
    expect(isDue(undefined, 1)).toBe(false);
  });
});
