import { describe, expect, it } from '@jest/globals';
import { anIssuedNotice, anOption, legalDays } from './test/issued-notice.ts';
import { fulfil } from './fulfil.ts';
import type { FulfilmentAct } from './fulfil.ts';

const days = legalDays();
const with_ = { days, recipientName: null };
const consultation = (at: string): FulfilmentAct => ({
  kind: 'CONSULTATION', at: new Date(at), by: { personId: 'ana', name: 'Ana Prado' }, address: '192.0.2.1', userAgent: 'Firefox',
});
const tacit = (at: string): FulfilmentAct => ({ kind: 'TACIT', at: new Date(at) });
/** The last millisecond of Wednesday 18/03/2026 in Campinas. */
const lastInstant = '2026-03-19T02:59:59.999Z';

describe('fulfilment by consultation (IN-13)', () => {
  it('on a Sunday has the legal date of Monday, and keeps the real instant, address and user agent', () => {
    const done = fulfil(anIssuedNotice({ responseOptions: [anOption({ unit: 'BUSINESS_DAYS', value: 10 })] }), consultation('2026-03-08T13:30:00Z'), with_);
    expect(done?.state).toMatchObject({
      status: 'FULFILLED_BY_CONSULTATION',
      fulfilment: {
        kind: 'CONSULTATION', on: '2026-03-09', consultedAt: new Date('2026-03-08T13:30:00Z'), address: '192.0.2.1', userAgent: 'Firefox', by: { personId: 'ana' },
      },
      responseDeadlines: [{ responseTypeId: 'defesa', current: { date: '2026-03-23', endsAt: new Date('2026-03-24T02:59:59.999Z') } }],
    });
    expect(done?.events).toMatchObject([
      {
        type: 'NoticeFulfilled',
        data: {
          kind: 'CONSULTATION', fulfilledOn: '2026-03-09', consultedAt: new Date('2026-03-08T13:30:00Z'), consultedBy: 'ana', consultedByName: 'Ana Prado',
          recipientName: 'Ana Prado', tacitOn: '2026-03-18', responseDeadlines: [{ dueOn: '2026-03-23' }],
        },
      },
    ]);
  });

  it('a response of one business day is due on the next one, never on the day of fulfilment (section 1.15, defect 1)', () => {
    const one = anIssuedNotice({ responseOptions: [anOption({ unit: 'BUSINESS_DAYS', value: 1 })] });
    expect(fulfil(one, consultation('2026-03-16T15:00:00Z'), with_)?.state.responseDeadlines[0]?.current.date).toBe('2026-03-17');
  });

  it('is extended at once by an outage that is known (IN-20), and a way without a last day has none', () => {
    const open = anOption(null, 'Manifestação');
    const outages = [{ id: 'o', startsOn: '2026-03-26', endsOn: '2026-03-26', summary: 'Falha', extendsDeadlines: true }];
    const done = fulfil(anIssuedNotice({ responseOptions: [anOption(), open] }), consultation('2026-03-16T15:00:00Z'), { ...with_, days: { ...days, outages } });
    expect(done?.state.responseDeadlines.map(({ name, current }) => [name, current.date])).toEqual([['Defesa', '2026-03-27']]);
    expect(done?.events[0]?.data.openResponses).toEqual([{ responseTypeId: 'manifestação', name: 'Manifestação' }]);
  });
});

describe('tacit fulfilment (IN-12)', () => {
  it.each(['2026-03-19T03:01:00Z', '2026-03-19T14:00:00Z', '2026-06-01T12:00:00Z'])(
    'has the stored legal date, and response dates from it, when the job runs at %s (section 1.15, defect 3)',
    (at) => {
      const done = fulfil(anIssuedNotice(), tacit(at), with_);
      expect(done?.state).toMatchObject({ status: 'FULFILLED_TACITLY', fulfilment: { kind: 'TACIT', on: '2026-03-18' }, responseDeadlines: [{ current: { date: '2026-03-30' } }] });
      expect(done?.events[0]?.data).toMatchObject({ kind: 'TACIT', fulfilledOn: '2026-03-18', fulfilledAt: new Date(at) });
    },
  );

  it.each(['2026-03-18T23:00:00-03:00', lastInstant])('is refused at %s: the day is not over (section 1.15, defect 9)', (at) => {
    expect(() => fulfil(anIssuedNotice(), tacit(at), with_)).toThrow(expect.objectContaining({ code: 'TACIT_DEADLINE_OPEN' }));
  });

  it('says its kind itself: no address makes a consultation of it, nor does a missing one unmake one (section 1.15, defect 4)', () => {
    const withoutAddress = fulfil(anIssuedNotice(), { ...consultation('2026-03-09T12:00:00Z'), address: null } as FulfilmentAct, with_);
    expect(withoutAddress?.state.fulfilment?.kind).toBe('CONSULTATION');
    const done = fulfil(anIssuedNotice(), tacit('2026-03-19T03:01:00Z'), with_);
    expect(done?.state.fulfilment).toMatchObject({ kind: 'TACIT', consultedAt: null, address: null, by: null });
    expect(done?.events[0]?.data).not.toHaveProperty('consultedAt');
  });
});

describe('a tie between the recipient and the deadline', () => {
  it('is a consultation up to the last millisecond of the day, while the job has not run', () => {
    expect(fulfil(anIssuedNotice(), consultation(lastInstant), with_)?.state.fulfilment).toMatchObject({ kind: 'CONSULTATION', on: '2026-03-18' });
  });

  it('is tacit from the next millisecond on, with the legal date, also where the recipient is faster than a late job', () => {
    const done = fulfil(anIssuedNotice(), consultation('2026-03-19T03:00:00.000Z'), with_);
    expect(done?.state).toMatchObject({ status: 'FULFILLED_TACITLY', fulfilment: { kind: 'TACIT', on: '2026-03-18', consultedAt: null } });
  });

  it('is found done by whoever comes second', () => {
    const consulted = fulfil(anIssuedNotice(), consultation(lastInstant), with_)?.state ?? anIssuedNotice();
    expect(fulfil(consulted, tacit('2026-03-19T03:01:00Z'), with_)).toBeUndefined();
    const tacitly = fulfil(anIssuedNotice(), tacit('2026-03-19T03:01:00Z'), with_)?.state ?? anIssuedNotice();
    expect(fulfil(tacitly, consultation(lastInstant), with_)).toBeUndefined();
  });
});

describe('an act that is not issued', () => {
  it.each(['REQUESTED', 'REFUSED', 'WITHDRAWN'] as const)('is not fulfilled while it is %s', (actState) => {
    for (const act of [consultation('2026-03-09T12:00:00Z'), tacit('2026-03-19T03:01:00Z')]) {
      expect(() => fulfil(anIssuedNotice({ actState }), act, with_)).toThrow(expect.objectContaining({ code: 'NOTICE_NOT_ISSUED' }));
    }
  });
});
