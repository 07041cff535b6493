import { describe, expect, it } from '@jest/globals';
import { applyTacitDeadline, isTacitDateOutdated } from './apply-tacit-deadline.ts';
import { anIssuedNotice, legalDays } from './test/issued-notice.ts';

const at = (instant: string) => ({ now: new Date(instant), recipientName: null });
const holiday = legalDays({ holidays: ['2026-03-18'] });

describe('the tacit deadline at the end of 18/03/2026', () => {
  it('fulfils with its legal date, however late', () => {
    expect(applyTacitDeadline(anIssuedNotice(), { days: legalDays(), ...at('2026-06-01T12:00:00Z') })).toMatchObject({
      state: { fulfilment: { kind: 'TACIT', on: '2026-03-18' } },
      events: [{ type: 'NoticeFulfilled' }],
    });
  });

  it('waits for the day after when that day became a holiday a moment ago (scenario 8; section 1.15, defect 2)', () => {
    const before = anIssuedNotice();
    const moved = applyTacitDeadline(before, { days: holiday, ...at('2026-03-19T03:01:00Z') });
    expect(moved).toMatchObject({
      state: { status: 'PENDING', fulfilment: null, tacit: { current: { date: '2026-03-19' } }, version: before.version + 1 },
      events: [{ type: 'NoticeDeadlineChanged', data: { formerOn: '2026-03-18', dueOn: '2026-03-19' } }],
    });
  });

  it('fulfils with the date as it is counted now when that is over too', () => {
    const before = anIssuedNotice();
    expect(applyTacitDeadline(before, { days: holiday, ...at('2026-03-25T12:00:00Z') })).toMatchObject({
      state: { fulfilment: { on: '2026-03-19' }, version: before.version + 1 },
      events: [{ type: 'NoticeDeadlineChanged' }, { type: 'NoticeFulfilled', data: { fulfilledOn: '2026-03-19', tacitOn: '2026-03-19' } }],
    });
  });

  it('is not what a recipient opens by after its day became a holiday that had not come to this notice', () => {
    const outdated = (now: string, days = holiday): boolean => isTacitDateOutdated(anIssuedNotice(), { days, now: new Date(now) });
    expect(outdated('2026-03-19T03:00:30Z')).toBe(true);
    // In time it is a consultation, with a date of its own; and as stored where nothing moved.
    expect([outdated('2026-03-19T02:59:59.999Z'), outdated('2026-03-19T03:00:30Z', legalDays())]).toEqual([false, false]);
  });

  it('is left alone while it runs, and once it is fulfilled', () => {
    const days = legalDays();
    expect(applyTacitDeadline(anIssuedNotice(), { days, ...at('2026-03-19T02:59:59.999Z') })).toBeUndefined();
    const done = applyTacitDeadline(anIssuedNotice(), { days, ...at('2026-03-20T12:00:00Z') })?.state;
    expect(done && applyTacitDeadline(done, { days, ...at('2026-03-21T12:00:00Z') })).toBeUndefined();
  });
});
