import { describe, expect, it } from '@jest/globals';
import type { OutagePeriod } from '../calendar/outage.ts';
import type { DeadlineAmount } from './deadline.ts';
import { extendByOutages } from './extend-by-outages.ts';
import { fulfilmentDate } from './fulfilment-date.ts';
import { responseDeadline } from './response-deadline.ts';
import { overdueInstant, reminderInstants } from './response-instants.ts';
import { tacitDeadline } from './tacit-deadline.ts';
import { cityCalendar } from './test/city-calendar.ts';

const calendar = cityCalendar();
const calendarDays = (value: number): DeadlineAmount => ({ unit: 'CALENDAR_DAYS', value });
const businessDays = (value: number): DeadlineAmount => ({ unit: 'BUSINESS_DAYS', value });
const months = (value: number): DeadlineAmount => ({ unit: 'MONTHS', value });
const years = (value: number): DeadlineAmount => ({ unit: 'YEARS', value });
const outage = (startsOn: string, endsOn: string, extendsDeadlines = true): OutagePeriod => ({
  id: `${startsOn}/${endsOn}`, startsOn, endsOn, summary: 'Falha no banco de dados', extendsDeadlines,
});
const isoOf = (instant: Date): string => instant.toISOString();

describe('the tacit date (IN-11)', () => {
  it.each([
    ['2026-03-06', 10, '2026-03-18'],
    ['2026-03-07', 10, '2026-03-18'],
    ['2026-04-30', 10, '2026-05-13'],
    ['2026-12-15', 10, '2026-12-28'],
    ['2026-03-06', 1, '2026-03-09'],
    ['2026-03-06', 15, '2026-03-23'],
  ])('issued on %s with %i days is %s', (issuedOn, days, date) => {
    expect(tacitDeadline(issuedOn, days, calendar).date).toBe(date);
  });

  it('goes over New Year: the first of January is passed, and the year after is counted by its own holidays', () => {
    expect(tacitDeadline('2026-12-22', 10, calendar).date).toBe('2027-01-04');
    expect(tacitDeadline('2026-12-30', 1, calendar).date).toBe('2026-12-31');
    expect(tacitDeadline('2026-12-31', 1, calendar).date).toBe('2027-01-04');
  });

  it('passes holidays in a chain, at its start and at its end', () => {
    const chained = cityCalendar({ others: ['2026-03-09', '2026-03-10', '2026-03-20', '2026-03-23'] });
    const deadline = tacitDeadline('2026-03-06', 10, chained);
    expect(deadline.date).toBe('2026-03-24');
    expect(deadline.steps.map(({ daysInTheWay }) => daysInTheWay.map(({ date, kind }) => `${date} ${kind}`))).toEqual([
      ['2026-03-07 SATURDAY', '2026-03-08 SUNDAY', '2026-03-09 MUNICIPAL', '2026-03-10 MUNICIPAL'],
      [],
      ['2026-03-20 MUNICIPAL', '2026-03-21 SATURDAY', '2026-03-22 SUNDAY', '2026-03-23 MUNICIPAL'],
    ]);
  });

  it('lasts until the last millisecond of the day in the city, not in another zone', () => {
    expect(isoOf(tacitDeadline('2026-03-06', 10, calendar).endsAt)).toBe('2026-03-19T02:59:59.999Z');
    expect(isoOf(tacitDeadline('2026-03-06', 10, cityCalendar({ timeZone: 'America/Rio_Branco' })).endsAt)).toBe('2026-03-19T04:59:59.999Z');
  });

  it('keeps its last hour while summer time ends, and its day when it begins at midnight', () => {
    expect(isoOf(tacitDeadline('2019-02-14', 1, calendar).endsAt)).toBe('2019-02-16T01:59:59.999Z');
    expect(isoOf(calendar.endOf('2019-02-16'))).toBe('2019-02-17T02:59:59.999Z');
    expect(isoOf(calendar.endOf('2018-11-03'))).toBe('2018-11-04T02:59:59.999Z');
    expect(isoOf(cityCalendar({ timeZone: 'America/Santiago' }).endOf('2026-09-05'))).toBe('2026-09-06T03:59:59.999Z');
  });

  it('tells in words how it was counted, with the rule', () => {
    const { rule, steps } = tacitDeadline('2026-04-30', 10, calendar);
    expect(rule.id).toBe('IN-11');
    expect(steps.map(({ text }) => text)).toEqual([
      'Começa em 04/05/2026 (segunda-feira), primeiro dia útil depois da expedição em 30/04/2026 (quinta-feira).',
      '10 dias corridos, contados a partir de 04/05/2026 (segunda-feira), inclusive: até 13/05/2026 (quarta-feira).',
      '13/05/2026 (quarta-feira) é dia útil: o prazo termina às 23:59:59 desse dia.',
    ]);
    expect(steps[0]?.daysInTheWay[0]).toEqual({
      date: '2026-05-01', kind: 'NATIONAL', name: 'Feriado nacional', legalBasis: 'Lei federal', outage: null,
    });
    expect(tacitDeadline('2026-04-30', 1, calendar).steps[1]?.text).toContain('1 dia corrido, contado a partir de');
  });
});

describe('fulfilment by consultation (IN-13)', () => {
  it('is dated on the day itself when it is a business day, else on the next one', () => {
    expect(fulfilmentDate('2026-03-06', calendar).date).toBe('2026-03-06');
    expect(fulfilmentDate('2026-03-08', calendar).date).toBe('2026-03-09');
    expect(fulfilmentDate('2026-04-03', calendar).date).toBe('2026-04-06');
  });
});

describe('the response date (IN-17)', () => {
  it.each([
    ['2026-03-16', calendarDays(10), '2026-03-26'],
    ['2026-03-16', businessDays(10), '2026-03-30'],
    ['2026-03-10', months(1), '2026-04-13'],
    ['2026-03-16', calendarDays(1), '2026-03-17'],
    // From 29/01 of a common year: 28/02 is a Saturday.
    ['2026-01-28', months(1), '2026-03-02'],
    // The 31st of a month with 30 days is its last day.
    ['2026-03-30', months(1), '2026-04-30'],
    // From 29 February to the 28th.
    ['2028-02-28', years(1), '2029-02-28'],
    ['2028-02-28', years(4), '2032-03-01'],
    ['2026-12-30', months(2), '2027-03-01'],
    ['2026-12-30', businessDays(2), '2027-01-04'],
  ])('fulfilled on %s with %j is %s', (fulfilledOn, amount, date) => {
    expect(responseDeadline(fulfilledOn, amount, calendar).date).toBe(date);
  });

  it('of one business day is the next business day, never the day of fulfilment (section 1.15, defect 1)', () => {
    expect(responseDeadline('2026-03-16', businessDays(1), calendar).date).toBe('2026-03-17');
    expect(responseDeadline('2026-03-13', businessDays(1), calendar).date).toBe('2026-03-16');
  });

  it('lists every day that business days pass over', () => {
    const { steps } = responseDeadline('2026-04-01', businessDays(3), calendar);
    expect(steps.map(({ kind, daysInTheWay }) => [kind, daysInTheWay.map(({ date }) => date)])).toEqual([
      ['START', []],
      ['COUNT', ['2026-04-03', '2026-04-04', '2026-04-05']],
      ['END', []],
    ]);
  });

  it.each([0, -1, 1.5, Number.NaN])('is not counted with %d days', (value) => {
    expect(() => responseDeadline('2026-03-16', calendarDays(value), calendar)).toThrow(RangeError);
  });
});

describe('an outage (IN-20)', () => {
  const due = responseDeadline('2026-03-16', calendarDays(10), calendar);

  it('moves a date within it to the next business day after its end, with the step that says so', () => {
    const extended = extendByOutages(due, [outage('2026-03-26', '2026-03-26')], calendar);
    expect([extended.date, isoOf(extended.endsAt)]).toEqual(['2026-03-27', '2026-03-28T02:59:59.999Z']);
    expect(extended.steps.at(-1)).toMatchObject({ kind: 'OUTAGE', from: '2026-03-26', to: '2026-03-27', daysInTheWay: [{ kind: 'OUTAGE', name: 'Falha no banco de dados' }] });
    expect(extended.steps.slice(0, -1)).toEqual(due.steps);
  });

  it('moves it again while it falls within another', () => {
    const extended = extendByOutages(due, [outage('2026-03-30', '2026-04-02'), outage('2026-03-25', '2026-03-27')], calendar);
    expect(extended.date).toBe('2026-04-06');
    expect(extended.steps.filter(({ kind }) => kind === 'OUTAGE').map(({ from, to }) => `${from} ${to}`)).toEqual(['2026-03-26 2026-03-30', '2026-03-30 2026-04-06']);
  });

  it('moves nothing when it touches another day or does not justify it', () => {
    expect(extendByOutages(due, [outage('2026-03-25', '2026-03-25'), outage('2026-03-27', '2026-03-27'), outage('2026-03-26', '2026-03-26', false)], calendar)).toBe(due);
  });
});

describe('instants of a response', () => {
  it('are at 07:00 in the city 5 days and 1 day before (IN-19), and 00:00 on the day after (IN-21)', () => {
    expect(reminderInstants('2026-03-26', 'America/Sao_Paulo').map(({ daysBefore, at }) => [daysBefore, isoOf(at)])).toEqual([
      [5, '2026-03-21T10:00:00.000Z'],
      [1, '2026-03-25T10:00:00.000Z'],
    ]);
    expect(isoOf(overdueInstant('2026-03-27', 'America/Sao_Paulo'))).toBe('2026-03-28T03:00:00.000Z');
  });

  it('are overdue in the first millisecond after the last in time, also where midnight was jumped over', () => {
    for (const date of ['2018-11-03', '2019-02-16', '2026-03-27']) {
      expect(overdueInstant(date, 'America/Sao_Paulo').getTime()).toBe(calendar.endOf(date).getTime() + 1);
    }
  });
});

describe('the dates of the acceptance scenarios', () => {
  it('8. Tacit deadline: 18/03/2026, or 19/03 once 18/03 is a municipal holiday', () => {
    expect(tacitDeadline('2026-03-06', 10, calendar).date).toBe('2026-03-18');
    expect(tacitDeadline('2026-03-06', 10, cityCalendar({ others: ['2026-03-18'] })).date).toBe('2026-03-19');
  });

  it('9. Consultation on Sunday: fulfilled on Monday 09/03/2026, ten business days end on 23/03/2026 at 23:59:59', () => {
    const { date } = fulfilmentDate('2026-03-08', calendar);
    const due = responseDeadline(date, businessDays(10), calendar);
    expect([date, due.date, isoOf(due.endsAt)]).toEqual(['2026-03-09', '2026-03-23', '2026-03-24T02:59:59.999Z']);
  });
});
