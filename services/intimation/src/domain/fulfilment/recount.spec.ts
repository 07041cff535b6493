import { describe, expect, it } from '@jest/globals';
import { tacitDeadline } from '../deadlines/tacit-deadline.ts';
import { cityCalendar } from '../deadlines/test/city-calendar.ts';
import { trackDeadline } from '../issuing/tracked-deadline.ts';
import { aConsultedNotice, anIssuedNotice, anOutage, legalDays } from './test/issued-notice.ts';
import { fulfil } from './fulfil.ts';
import { markOverdue } from './mark-overdue.ts';
import { recount } from './recount.ts';
import { respond } from './respond.ts';

const cause = (at: string, fromDate = '2026-01-01') => ({ at: new Date(at), reason: 'Feriado municipal em 18/03/2026 (Lei 1)', fromDate });
const overdueOf = (notice = aConsultedNotice()) => markOverdue(notice, new Date('2026-03-27T03:00:00Z'))?.state ?? notice;

describe('a tacit date', () => {
  it('moves when its day becomes a holiday, however long before the day that is (section 1.15, defect 2), and tells why', () => {
    const moved = recount(anIssuedNotice(), legalDays({ holidays: ['2026-03-18'] }), cause('2026-03-09T12:00:00Z'));
    expect(moved?.state.tacit).toMatchObject({
      originalDate: '2026-03-18',
      current: { date: '2026-03-19', endsAt: new Date('2026-03-20T02:59:59.999Z') },
      moves: [{ from: '2026-03-18', to: '2026-03-19', cause: 'Feriado municipal em 18/03/2026 (Lei 1)' }],
    });
    expect(moved?.events).toMatchObject([
      { type: 'NoticeDeadlineChanged', data: { deadline: 'TACIT', formerOn: '2026-03-18', dueOn: '2026-03-19', personIds: ['ana'], cause: 'Feriado municipal em 18/03/2026 (Lei 1)' } },
    ]);
    expect(recount(moved?.state ?? anIssuedNotice(), legalDays({ holidays: ['2026-03-18'] }), cause('2026-03-09T12:00:01Z'))).toBeUndefined();
  });

  it('does not move for an outage (IN-20), nor when it is fulfilled already', () => {
    expect(recount(anIssuedNotice(), legalDays({ outages: [anOutage('2026-03-18')] }), cause('2026-03-09T12:00:00Z'))).toBeUndefined();
    const days = { days: legalDays(), recipientName: null };
    const done = fulfil(anIssuedNotice({ responseOptions: [] }), { kind: 'TACIT', at: new Date('2026-03-19T03:01:00Z') }, days)?.state;
    expect(recount(done ?? anIssuedNotice(), legalDays({ holidays: ['2026-03-18'] }), cause('2026-03-20T12:00:00Z'))).toBeUndefined();
  });

  it('that ends at another instant because the city moved to another time zone is told with the same day', () => {
    const there = { calendar: cityCalendar({ timeZone: 'America/Rio_Branco' }), outages: [] };
    const moved = recount(anIssuedNotice(), there, cause('2026-03-09T12:00:00Z'));
    expect(moved?.state.tacit?.current).toMatchObject({ date: '2026-03-18', endsAt: new Date('2026-03-19T04:59:59.999Z') });
    expect(moved?.events).toMatchObject([{ data: { formerOn: '2026-03-18', dueOn: '2026-03-18', dueAt: new Date('2026-03-19T04:59:59.999Z') } }]);
  });

  it('is left alone before the first day that changed', () => {
    expect(recount(anIssuedNotice(), legalDays({ holidays: ['2026-03-18'] }), cause('2026-03-09T12:00:00Z', '2026-03-19'))).toBeUndefined();
  });

  it('comes back when a holiday was registered by mistake, but never into the past', () => {
    const moved = recount(anIssuedNotice(), legalDays({ holidays: ['2026-03-18'] }), cause('2026-03-09T12:00:00Z'))?.state ?? anIssuedNotice();
    const back = recount(moved, legalDays(), cause('2026-03-10T12:00:00Z'))?.state;
    expect(back?.tacit).toMatchObject({ originalDate: '2026-03-18', current: { date: '2026-03-18' }, moves: [{ to: '2026-03-19' }, { to: '2026-03-18' }] });
    expect(recount(moved, legalDays(), cause('2026-03-19T12:00:00Z'))).toBeUndefined();
  });

  it('keeps its day and gets a new explanation, told to nobody, when it is counted another way', () => {
    const thirteen = anIssuedNotice({ tacitDays: 13, tacit: trackDeadline(tacitDeadline('2026-03-06', 13, cityCalendar())) });
    const same = recount(thirteen, legalDays({ holidays: ['2026-03-09'] }), cause('2026-03-07T12:00:00Z'));
    expect([thirteen.tacit?.current.date, same?.state.tacit?.current.date]).toEqual(['2026-03-23', '2026-03-23']);
    expect(same?.state.tacit?.current.steps[0]?.daysInTheWay.map(({ date }) => date)).toEqual(['2026-03-07', '2026-03-08', '2026-03-09']);
    expect([same?.state.tacit?.moves, same?.events]).toEqual([[], []]);
  });
});

describe('a response date', () => {
  it('moves for an outage that covers it, and again for the next one (IN-20)', () => {
    const outages = [anOutage('2026-03-26'), anOutage('2026-03-27')];
    const moved = recount(aConsultedNotice(), legalDays({ outages }), cause('2026-03-20T12:00:00Z'));
    expect(moved?.state.responseDeadlines[0]).toMatchObject({ originalDate: '2026-03-26', current: { date: '2026-03-30' } });
    expect(moved?.events).toMatchObject([{ data: { deadline: 'RESPONSE', responseTypeId: 'defesa', formerOn: '2026-03-26', dueOn: '2026-03-30' } }]);
  });

  it('that was overdue is open again when an outage registered later extends it, and the status goes back (section 2)', () => {
    const again = recount(overdueOf(), legalDays({ outages: [anOutage('2026-03-26')] }), cause('2026-03-27T12:00:00Z'));
    expect(again?.state).toMatchObject({ status: 'FULFILLED_BY_CONSULTATION', responseDeadlines: [{ current: { date: '2026-03-27' } }] });
    const tooLate = recount(overdueOf(), legalDays({ outages: [anOutage('2026-03-26')] }), cause('2026-04-15T12:00:00Z'));
    expect(tooLate?.state).toMatchObject({ status: 'OVERDUE', responseDeadlines: [{ current: { date: '2026-03-27' } }] });
  });

  it('stays once it was answered and its window is closed, and moves while further answers may come', () => {
    const answered = respond(aConsultedNotice(), { petitionId: 'p', responseTypeId: 'defesa', receiptNumber: null, respondedAt: new Date('2026-03-20T12:00:00Z'), personId: 'ana' })?.state ?? aConsultedNotice();
    const outage = legalDays({ outages: [anOutage('2026-03-26')] });
    expect(recount(answered, outage, cause('2026-04-01T12:00:00Z'))).toBeUndefined();
    expect(recount(answered, outage, cause('2026-03-25T12:00:00Z'))?.state).toMatchObject({ status: 'RESPONDED', responseDeadlines: [{ current: { date: '2026-03-27' } }] });
  });

  it('is counted from the legal date of fulfilment, which no holiday registered later changes', () => {
    const moved = recount(aConsultedNotice(), legalDays({ holidays: ['2026-03-16'] }), cause('2026-03-20T12:00:00Z'));
    expect(moved).toBeUndefined();
  });
});
