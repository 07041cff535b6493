import { describe, expect, it } from '@jest/globals';
import type { MunicipalCalendar } from './municipal-calendar.ts';
import { registerHoliday, removeHoliday } from './register-holiday.ts';
import type { HolidayOrder } from './register-holiday.ts';

const calendar: MunicipalCalendar = {
  municipalityId: 'campinas', tacitDays: 10, tacitDaysByProcessType: [], holidaysSource: 'BR-SP', municipalHolidays: [], version: 4,
};
const act = {
  changeId: 'change-1', holidayId: 'holiday-1', now: new Date('2026-03-16T12:00:00Z'), today: '2026-03-16', by: 'adm', expectedVersion: undefined,
};
const order: HolidayOrder = {
  kind: 'MUNICIPAL', name: 'Aniversário', legalBasis: 'Lei nº 1', body: null, recurrence: { rule: 'ONCE', date: '2026-03-18' }, reason: null,
};
const problems = (...fields: readonly (readonly [path: string, code: string])[]) =>
  expect.objectContaining({ code: 'INVALID_INPUT', details: { fields: fields.map(([path, code]) => expect.objectContaining({ path, code })) } });

describe('a registered holiday', () => {
  it('is a new version of the calendar, an entry in its history and dates to be counted anew from its day on', () => {
    const { calendar: changed, change, recomputation, events } = registerHoliday(calendar, [], order, act);
    expect(changed.version).toBe(5);
    expect(change).toEqual({
      id: 'change-1', municipalityId: 'campinas', version: 5, kind: 'HOLIDAY_REGISTERED', at: act.now, by: 'adm', reason: null, body: null, subjectId: 'holiday-1',
      summary: 'Feriado registrado: Aniversário, 18/03/2026 (Lei nº 1).',
    });
    expect(recomputation).toMatchObject({ fromDate: '2026-03-18', state: 'PENDING', cause: { kind: 'HOLIDAY', changeId: 'change-1', reason: change.summary } });
    expect(events.map(({ type, data }) => [type, data])).toEqual([['HolidaysChanged', { municipalityId: 'campinas', changeId: 'change-1', fromDate: '2026-03-18' }]]);
  });

  it('needs a reason when it is in the past, by its first day', () => {
    const past: HolidayOrder = { ...order, recurrence: { rule: 'ONCE', date: '2026-03-13' } };
    expect(() => registerHoliday(calendar, [], past, act)).toThrow(problems(['reason', 'REQUIRED']));
    expect(registerHoliday(calendar, [], { ...past, reason: 'Decreto publicado depois.' }, act).change.reason).toBe('Decreto publicado depois.');
    const yearly: HolidayOrder = { ...order, recurrence: { rule: 'YEARLY', month: 3, day: 15, firstYear: 2026, lastYear: null } };
    expect(() => registerHoliday(calendar, [], yearly, act)).toThrow(problems(['reason', 'REQUIRED']));
    expect(registerHoliday(calendar, [], { ...yearly, recurrence: { ...yearly.recurrence, firstYear: 2027 } as HolidayOrder['recurrence'] }, act).recomputation.fromDate).toBe('2027-03-15');
  });

  it('names everything that is wrong at once', () => {
    const wrong: HolidayOrder = {
      kind: 'BODY', name: '', legalBasis: 'x'.repeat(201), body: null, reason: 'y'.repeat(501),
      recurrence: { rule: 'YEARLY', month: 2, day: 30, firstYear: 1900, lastYear: 1899 },
    };
    expect(() => registerHoliday(calendar, [], wrong, act)).toThrow(
      problems(['body', 'REQUIRED'], ['name', 'REQUIRED'], ['legalBasis', 'TOO_LONG'], ['yearly.day', 'OUT_OF_RANGE'], ['yearly.firstYear', 'OUT_OF_RANGE'],
        ['yearly.lastYear', 'OUT_OF_RANGE'], ['reason', 'TOO_LONG']),
    );
    expect(() => registerHoliday(calendar, [], { ...order, body: 'SEMAE' }, act)).toThrow(problems(['body', 'NOT_ALLOWED']));
    expect(() => registerHoliday(calendar, [], { ...order, recurrence: { rule: 'ONCE', date: '2026-02-30' } }, act)).toThrow(problems(['date', 'OUT_OF_RANGE']));
    const everyYear: HolidayOrder = { ...order, kind: 'OPTIONAL_DAY_OFF', recurrence: { rule: 'EASTER', daysAfterEaster: 500, firstYear: 2026, lastYear: null } };
    expect(() => registerHoliday(calendar, [], everyYear, act)).toThrow(problems(['kind', 'NOT_ALLOWED'], ['easter.daysAfterEaster', 'OUT_OF_RANGE']));
  });

  it('that never falls is refused', () => {
    const never: HolidayOrder = { ...order, recurrence: { rule: 'YEARLY', month: 2, day: 29, firstYear: 2026, lastYear: 2027 } };
    expect(() => registerHoliday(calendar, [], never, act)).toThrow(expect.objectContaining({ code: 'HOLIDAY_NEVER_FALLS' }));
  });

  it('is there once for each body and day', () => {
    const { holiday } = registerHoliday(calendar, [], order, act);
    expect(() => registerHoliday(calendar, [holiday], { ...order, name: 'Outro' }, act)).toThrow(
      expect.objectContaining({ code: 'HOLIDAY_ALREADY_REGISTERED', details: { name: 'Aniversário' } }),
    );
    expect(registerHoliday(calendar, [holiday], { ...order, kind: 'OPTIONAL_DAY_OFF', body: 'SEMAE' }, act).recomputation.body).toBe('SEMAE');
  });

  it('is refused on top of a version that is no longer there', () => {
    expect(() => registerHoliday(calendar, [], order, { ...act, expectedVersion: 3 })).toThrow(expect.objectContaining({ code: 'STALE_VERSION' }));
    expect(registerHoliday(calendar, [], order, { ...act, expectedVersion: 4 }).calendar.version).toBe(5);
  });

  it('is taken back with an entry in the history, and a reason when it has fallen already', () => {
    const { holiday } = registerHoliday(calendar, [], order, act);
    const removed = removeHoliday(calendar, holiday, null, act);
    expect([removed.change.kind, removed.recomputation.fromDate]).toEqual(['HOLIDAY_REMOVED', '2026-03-18']);
    expect(() => removeHoliday(calendar, holiday, null, { ...act, today: '2026-03-19' })).toThrow(problems(['reason', 'REQUIRED']));
  });
});
