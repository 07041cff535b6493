import { describe, expect, it } from '@jest/globals';
import { applyResponseDeadline } from './apply-response-deadline.ts';
import { aConsultedNotice, anIssuedNotice, anOption, anOutage, legalDays } from './test/issued-notice.ts';

/** Ten days in a row after Monday 16/03/2026 end on Thursday 26/03. */
const [inTime, late] = [new Date('2026-03-27T02:59:59.999Z'), new Date('2026-03-27T03:00:00.000Z')];
const told = (notice = aConsultedNotice(), { days = legalDays(), now = late } = {}) => {
  const done = applyResponseDeadline(notice, { days, now });
  return done && [done.state.status, done.state.responseDeadlines[0]?.current.date, done.state.version - notice.version, done.events.map(({ type }) => type).join()];
};

describe('the last day to answer that is over', () => {
  it('makes the notice overdue', () => {
    expect(told()).toEqual(['OVERDUE', '2026-03-26', 1, 'NoticeOverdue']);
  });

  it('waits for the day after when an outage extended it that had not come to this notice (IN-20)', () => {
    const days = legalDays({ outages: [anOutage('2026-03-26')] });
    expect(told(aConsultedNotice(), { days })).toEqual(['FULFILLED_BY_CONSULTATION', '2026-03-27', 1, 'NoticeDeadlineChanged']);
    expect(told(aConsultedNotice(), { days, now: new Date('2026-03-28T03:00:00Z') })).toEqual(['OVERDUE', '2026-03-27', 1, 'NoticeDeadlineChanged,NoticeOverdue']);
  });

  it('changes nothing but what process holds where another way to answer has no last day (PR-06)', () => {
    expect(told(aConsultedNotice({ responseOptions: [anOption(), anOption(null, 'Manifestação')] }))).toEqual(['FULFILLED_BY_CONSULTATION', '2026-03-26', 0, 'NoticeOverdue']);
  });

  it('is left alone while it runs, and where there is none', () => {
    expect(told(aConsultedNotice(), { now: inTime })).toBeUndefined();
    for (const notice of [anIssuedNotice(), aConsultedNotice({ responseOptions: [] })]) expect(told(notice)).toBeUndefined();
  });
});
