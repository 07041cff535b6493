import { describe, expect, it } from '@jest/globals';
import { endOfLocalDay } from '@guiche/kit/calendar';
import { fulfilNotice, heldUntil, isInCourse, moveResponseDue, overdueNotice, pendingNotice, respondNotice, withdrawNotice } from './notice.ts';
import type { Notice } from './notice.ts';
import { mayAct, responseTo } from './response.ts';

const at = new Date('2026-03-09T15:00:00Z');
const due = (on: string) => ({ on, at: endOfLocalDay(on, 'America/Sao_Paulo') });
const pending = pendingNotice({ id: 'n', intimationId: 'i', municipalityId: 'campinas', processId: 'p', personIds: ['ana'], replacedGrantIds: [] });
const certificate = { id: 'c', number: '0000009' };
const fulfilled = (...days: (string | null)[]): Notice =>
  fulfilNotice(pending, { fulfilledAt: at, certificate, responses: days.map((day, index) => ({ responseTypeId: `r${String(index)}`, name: 'Defesa', due: day === null ? null : due(day) })) });

describe('a notice', () => {
  it('is fulfilled once: what comes later changes nothing', () => {
    const once = fulfilled('2026-03-23');
    expect(once).toMatchObject({ state: 'FULFILLED', fulfilledAt: at, certificate, version: 2 });
    expect(fulfilNotice(once, { fulfilledAt: new Date(0), certificate: null, responses: [] })).toBe(once);
  });

  it.each([
    ['pending', pending, true],
    ['fulfilled with a deadline to answer', fulfilled('2026-03-23'), true],
    ['fulfilled, with answers that have no deadline', fulfilled(null), false],
    ['fulfilled, without any answer expected', fulfilled(), false],
    ['answered', respondNotice(fulfilled('2026-03-23')), false],
    ['overdue', overdueNotice(fulfilled('2026-03-23')), false],
    ['fulfilled, with a deadline for one answer of two', fulfilled('2026-03-23', null), true],
    ['the same once that is over', overdueNotice(fulfilled('2026-03-23', null)), false],
    ['withdrawn', withdrawNotice(pending), false],
  ])('PR-06: is in course or not: %s', (_what, notice, inCourse) => {
    expect(isInCourse(notice)).toBe(inCourse);
  });

  it('IN-31: holds its access until the last of its deadlines', () => {
    expect(heldUntil(fulfilled('2026-03-23', '2026-04-01', null))).toEqual(due('2026-04-01').at);
    expect(heldUntil(fulfilled(null))).toBeNull();
  });

  it('IN-20: is open again when its last day moves past now, and stays overdue when it does not', () => {
    const overdue = overdueNotice(fulfilled('2026-03-23'));
    const moved = (on: string, now: string) => moveResponseDue(overdue, { responseTypeId: 'r0', due: due(on), now: new Date(now) }).state;
    expect(moved('2026-03-27', '2026-03-24T12:00:00Z')).toBe('FULFILLED');
    expect(moved('2026-03-24', '2026-03-25T12:00:00Z')).toBe('OVERDUE');
    expect(moveResponseDue(overdue, { responseTypeId: 'r0', due: due('2026-03-23'), now: at })).toBe(overdue);
    expect(moveResponseDue(overdue, { responseTypeId: 'other', due: due('2026-03-27'), now: at })).toBe(overdue);
    expect(moveResponseDue(respondNotice(overdue), { responseTypeId: 'r0', due: due('2026-03-27'), now: at }).state).toBe('RESPONDED');
  });

  it('is not overdue once it was answered, whatever comes first', () => {
    const responded = respondNotice(fulfilled('2026-03-23'));
    expect(overdueNotice(responded)).toBe(responded);
    expect(respondNotice(overdueNotice(fulfilled('2026-03-23'))).state).toBe('RESPONDED');
    expect(respondNotice(pending)).toBe(pending);
  });
});

describe('an answer (IN-18)', () => {
  const notice = fulfilled('2026-03-23', null);
  const refusal = (change: { notice?: Notice; responseTypeId?: string; personId?: string; at?: Date; released?: boolean }): string | null => {
    try {
      responseTo(change.notice ?? notice, { responseTypeId: 'r0', personId: 'ana', at, ...change }, { released: change.released ?? true });
      return null;
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  it('is in time until the last millisecond of its last day', () => {
    expect(refusal({ at: new Date('2026-03-24T02:59:59.999Z') })).toBeNull();
    expect(refusal({ at: new Date('2026-03-24T03:00:00.000Z') })).toBe('RESPONSE_TOO_LATE');
    expect(refusal({ responseTypeId: 'r1', at: new Date('2099-01-01T00:00:00Z') })).toBeNull();
  });

  it.each([
    ['before the fulfilment', { notice: pending }, 'RESPONSE_TOO_EARLY'],
    ['by somebody else, who is told nothing of it', { personId: 'bia', released: false }, 'NOTICE_NOT_FOUND'],
    ['to one that could not stand', { notice: withdrawNotice(pending) }, 'NOTICE_NOT_FOUND'],
    ['by who is not released any more, before anything else about it (PJ-06)', { notice: pending, released: false }, 'NOTICE_RIGHT_ENDED'],
    ['in a way that it does not ask for', { responseTypeId: 'x' }, 'RESPONSE_TYPE_NOT_OFFERED'],
  ])('is refused %s', (_what, change, code) => {
    expect(refusal(change)).toBe(code);
  });

  it('is for those the notice names, while they may act', () => {
    expect([mayAct(notice, { personId: 'ana' }, { released: true }), mayAct(notice, { personId: 'ana' }, { released: false }), mayAct(notice, { personId: 'bia' }, { released: true })]).toEqual([true, false, false]);
  });
});
