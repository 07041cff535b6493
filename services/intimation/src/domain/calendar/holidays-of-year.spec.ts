import { describe, expect, it } from '@jest/globals';
import type { HolidayRecurrence, RegisteredHoliday } from './holiday.ts';
import { holidaysOfYear } from './holidays-of-year.ts';

const at = new Date('2026-01-01T12:00:00Z');
const registered = (id: string, recurrence: HolidayRecurrence, body: string | null = null): RegisteredHoliday => ({
  id, municipalityId: 'campinas', body, kind: body === null ? 'MUNICIPAL' : 'BODY', name: id, legalBasis: 'Lei', recurrence, registeredAt: at, registeredBy: 'adm',
});
const calendar = {
  holidaysSource: 'BR',
  municipalHolidays: [
    { month: 7, day: 14, name: 'Fundação de Campinas', legalBasis: 'Lei municipal' },
    { month: 2, day: 29, name: 'Bissexto', legalBasis: 'Lei' },
  ],
};
const fromSource = (_source: string, year: number) => [
  { date: `${String(year)}-09-07`, name: 'Independência', kind: 'NATIONAL' as const, legalBasis: 'Lei', body: null, registeredId: null },
];
const datesOf = (year: number, holidays: readonly RegisteredHoliday[], body: string | null = null): string[] =>
  holidaysOfYear({ calendar, registered: holidays, fromSource }, year, body).map(({ date }) => date);

describe('the holidays of a year', () => {
  it('are in order, 29 February only where it exists', () => {
    expect(datesOf(2026, [])).toEqual(['2026-07-14', '2026-09-07']);
    expect(datesOf(2028, [])).toEqual(['2028-02-29', '2028-07-14', '2028-09-07']);
  });

  it('move with Easter: Corpus Christi on 04/06/2026 and 27/05/2027', () => {
    const corpus = registered('corpus', { rule: 'EASTER', daysAfterEaster: 60, firstYear: 2020, lastYear: null });
    expect(datesOf(2026, [corpus])).toContain('2026-06-04');
    expect(datesOf(2027, [corpus])).toContain('2027-05-27');
  });

  it('count from their first year to their last', () => {
    const yearly = registered('yearly', { rule: 'YEARLY', month: 3, day: 18, firstYear: 2026, lastYear: 2027 });
    expect([2025, 2026, 2027, 2028].map((year) => datesOf(year, [yearly]).includes(`${String(year)}-03-18`))).toEqual([false, true, true, false]);
  });

  it('of a body are for that body alone', () => {
    const ofBody = registered('semae', { rule: 'ONCE', date: '2026-03-18' }, 'SEMAE');
    expect(datesOf(2026, [ofBody])).not.toContain('2026-03-18');
    expect(datesOf(2026, [ofBody], 'PMP')).not.toContain('2026-03-18');
    expect(datesOf(2026, [ofBody], 'SEMAE')).toContain('2026-03-18');
  });

  it.each([1989, 2101, 2026.5])('are not told for %d', (year) => {
    expect(() => datesOf(year, [])).toThrow(expect.objectContaining({ code: 'YEAR_OUT_OF_RANGE' }));
  });
});
