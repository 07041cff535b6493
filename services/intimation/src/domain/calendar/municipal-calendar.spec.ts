import { describe, expect, it } from '@jest/globals';
import { configureCalendar, tacitDaysFor } from './municipal-calendar.ts';
import type { CalendarSettings } from './municipal-calendar.ts';

const foundation = { month: 7, day: 14, name: 'Fundação de Campinas', legalBasis: 'Lei municipal' };
const settings: CalendarSettings = {
  municipalityId: 'campinas',
  tacitDays: 10,
  tacitDaysByProcessType: [],
  holidaysSource: 'BR-SP',
  municipalHolidays: [foundation],
};

describe('the calendar of a municipality', () => {
  it('starts at version 1 and says its settings', () => {
    const { state, events } = configureCalendar(undefined, settings, undefined);
    expect(state).toEqual({ ...settings, version: 1 });
    expect(events[0]?.data).toEqual({ municipalityId: 'campinas', tacitDays: 10, holidaysSource: 'BR-SP' });
  });

  it('does not change when the same settings come again', () => {
    const { state } = configureCalendar(undefined, settings, undefined);
    expect(configureCalendar(state, settings, undefined)).toEqual({ state, events: [] });
  });

  it('refuses a change on top of a version that is no longer there', () => {
    const { state } = configureCalendar(undefined, settings, undefined);
    const changed = { ...settings, tacitDays: 15 };
    expect(() => configureCalendar(state, changed, 7)).toThrow(expect.objectContaining({ code: 'STALE_VERSION' }));
    expect(configureCalendar(state, changed, 1).state.version).toBe(2);
  });

  it('names every wrong field at once', () => {
    const wrong = { ...settings, tacitDays: 0, municipalHolidays: [{ ...foundation, month: 2, day: 30 }, { ...foundation, name: '' }] };
    expect(() => configureCalendar(undefined, wrong, undefined)).toThrow(
      expect.objectContaining({
        code: 'INVALID_INPUT',
        details: {
          fields: [
            expect.objectContaining({ path: 'tacitDays' }),
            expect.objectContaining({ path: 'municipalHolidays.0.day' }),
            expect.objectContaining({ path: 'municipalHolidays.1.name' }),
          ],
        },
      }),
    );
  });

  it('names a holiday that is there twice', () => {
    const twice = { ...settings, municipalHolidays: [foundation, { ...foundation, legalBasis: 'Outra lei' }] };
    expect(() => configureCalendar(undefined, twice, undefined)).toThrow(
      expect.objectContaining({ details: { fields: [expect.objectContaining({ path: 'municipalHolidays.1', code: 'REPEATED' })] } }),
    );
  });

  it.each(['', 'US', 'BR-XX', 'BR-SP-CPQ', 'br-sp'])('refuses the holidays source %j', (holidaysSource) => {
    expect(() => configureCalendar(undefined, { ...settings, holidaysSource }, undefined)).toThrow(
      expect.objectContaining({ code: 'HOLIDAYS_SOURCE_UNKNOWN' }),
    );
  });

  it('has other tacit days for some types of process (IN-10)', () => {
    const custom = { ...settings, tacitDaysByProcessType: [{ processType: 'iptu', days: 15 }] };
    const { state } = configureCalendar(undefined, custom, undefined);
    expect([tacitDaysFor(state, 'iptu'), tacitDaysFor(state, 'obras'), tacitDaysFor(state, null)]).toEqual([15, 10, 10]);
    expect(configureCalendar(state, custom, undefined).events).toEqual([]);
    const wrong = { ...settings, tacitDaysByProcessType: [{ processType: 'iptu', days: 15 }, { processType: 'iptu', days: 61 }] };
    expect(() => configureCalendar(undefined, wrong, undefined)).toThrow(
      expect.objectContaining({
        details: {
          fields: [
            expect.objectContaining({ path: 'tacitDaysByProcessType.1.processType', code: 'REPEATED' }),
            expect.objectContaining({ path: 'tacitDaysByProcessType.1.days', code: 'OUT_OF_RANGE' }),
          ],
        },
      }),
    );
  });
});
