import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  atLocalTime,
  daysBetween,
  endOfLocalDay,
  formatLocalDate,
  formatLocalDateTime,
  inBrasilia,
  isTimeZone,
  localDate,
  parseLocalDate,
  startOfLocalDay,
} from './index.ts';

const saoPaulo = 'America/Sao_Paulo';
const zones = fc.constantFrom(saoPaulo, 'America/Manaus', 'America/Noronha', 'America/Rio_Branco', 'UTC');
const instants = fc.date({
  min: new Date('1985-01-01T00:00:00Z'),
  max: new Date('2060-01-01T00:00:00Z'),
  noInvalidDate: true,
});

describe('local days', () => {
  it('contain every instant that is called by their date, up to the last millisecond', () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const date = localDate(instant, zone);
        expect(startOfLocalDay(date, zone).getTime()).toBeLessThanOrEqual(instant.getTime());
        expect(endOfLocalDay(date, zone).getTime()).toBeGreaterThanOrEqual(instant.getTime());
      }),
    );
  });

  it('follow each other without a gap or an overlap, summer time included', () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const date = localDate(instant, zone);
        const next = new Date(endOfLocalDay(date, zone).getTime() + 1);
        expect(localDate(endOfLocalDay(date, zone), zone)).toBe(date);
        expect(localDate(next, zone)).toBe(addDays(date, 1));
        expect(next).toEqual(startOfLocalDay(addDays(date, 1), zone));
      }),
    );
  });

  it('have 24 hours, except that one has 23 and one 25 in each summer time of São Paulo', () => {
    expect(hoursOf('2018-11-03')).toBe(24);
    expect(hoursOf('2018-11-04')).toBe(23);
    expect(hoursOf('2019-02-16')).toBe(25);
    expect(hoursOf('2024-11-03')).toBe(24);
  });

  it('end at 23:59:59.999 of the zone, with the offset of that moment', () => {
    expect(endOfLocalDay('2026-03-31', saoPaulo).toISOString()).toBe('2026-04-01T02:59:59.999Z');
    expect(endOfLocalDay('2018-11-03', saoPaulo).toISOString()).toBe('2018-11-04T02:59:59.999Z');
    expect(endOfLocalDay('2018-12-31', saoPaulo).toISOString()).toBe('2019-01-01T01:59:59.999Z');
    expect(endOfLocalDay('2019-02-16', saoPaulo).toISOString()).toBe('2019-02-17T02:59:59.999Z');
  });

  it('begin at 01:00 when summer time swallowed midnight', () => {
    expect(startOfLocalDay('2018-11-04', saoPaulo).toISOString()).toBe('2018-11-04T03:00:00.000Z');
    expect(formatLocalDateTime(startOfLocalDay('2018-11-04', saoPaulo), saoPaulo)).toBe('04/11/2018 01:00');
  });

  function hoursOf(date: string): number {
    return (startOfLocalDay(addDays(date, 1), saoPaulo).getTime() - startOfLocalDay(date, saoPaulo).getTime()) / 3_600_000;
  }
});

describe('counting days', () => {
  it('is undone by counting back, and agrees with the distance', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -4_000, max: 4_000 }), (instant, days) => {
        const date = localDate(instant, 'UTC');
        expect(addDays(addDays(date, days), -days)).toBe(date);
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  it('knows month ends and leap years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-12-31', 15)).toBe('2027-01-15');
  });
});

describe('wall-clock times', () => {
  it('are those of the municipality', () => {
    expect(atLocalTime('2026-05-04', { hour: 9 }, saoPaulo).toISOString()).toBe('2026-05-04T12:00:00.000Z');
    expect(atLocalTime('2026-05-04', { hour: 9, minute: 30 }, 'America/Rio_Branco').toISOString()).toBe(
      '2026-05-04T14:30:00.000Z',
    );
  });

  it('are written the Brazilian way', () => {
    expect(formatLocalDateTime(new Date('2026-01-02T02:05:00Z'), saoPaulo)).toBe('01/01/2026 23:05');
    expect(formatLocalDate('2026-01-02')).toBe('02/01/2026');
  });

  it('tell the second on the clocks of Brasília, wherever the city is', () => {
    expect(inBrasilia(new Date('2026-01-02T02:59:59.999Z'))).toBe('01/01/2026 às 23:59:59');
  });
});

describe('parseLocalDate', () => {
  it('accepts days that exist and nothing else', () => {
    expect(parseLocalDate('2028-02-29')).toBe('2028-02-29');
    for (const text of ['2026-02-29', '2026-13-01', '26-01-01', '2026-1-1', '2026-01-01T00:00', '', ' 2026-01-01']) {
      expect(parseLocalDate(text)).toBeUndefined();
    }
  });

  it('leaves wrong days and zones to fail loudly elsewhere', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => localDate(new Date(), 'America/Nowhere')).toThrow(RangeError);
    expect(isTimeZone('America/Nowhere')).toBe(false);
    expect(isTimeZone(saoPaulo)).toBe(true);
  });
});
