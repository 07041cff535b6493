import { describe, expect, it } from '@jest/globals';
import type { MunicipalCalendar } from './municipal-calendar.ts';
import { registerOutage, withdrawOutage } from './register-outage.ts';
import type { OutageOrder } from './register-outage.ts';

const calendar: MunicipalCalendar = {
  municipalityId: 'campinas', tacitDays: 10, tacitDaysByProcessType: [], holidaysSource: 'BR-SP', municipalHolidays: [], version: 4,
};
const act = {
  changeId: 'change-1', outageId: 'outage-1', now: new Date('2026-03-27T12:00:00Z'), today: '2026-03-27', by: 'adm', timeZone: 'America/Sao_Paulo', expectedVersion: undefined,
};
const at = (text: string): Date => new Date(`${text}:00-03:00`);
const order: OutageOrder = { startsAt: at('2026-03-26T14:00'), endsAt: at('2026-03-26T18:30'), summary: 'Falha elétrica', extendsDeadlines: true };

describe('an outage (IN-20)', () => {
  it('touches whole days of the city, from the one it began on to the last it lasted into', () => {
    const daysOf = (startsAt: Date, endsAt: Date): string => {
      const { outage } = registerOutage(calendar, { ...order, startsAt, endsAt }, [], act);
      return `${outage.startsOn} ${outage.endsOn}`;
    };
    expect(daysOf(order.startsAt, order.endsAt)).toBe('2026-03-26 2026-03-26');
    expect(daysOf(at('2026-03-26T23:59'), at('2026-03-27T00:01'))).toBe('2026-03-26 2026-03-27');
    expect(daysOf(at('2026-03-26T00:00'), at('2026-03-27T00:00'))).toBe('2026-03-26 2026-03-26');
  });

  it('is an entry in the history with its summary as the reason, and dates to be counted anew only when it extends them', () => {
    const { calendar: changed, change, recomputation, events } = registerOutage(calendar, order, [], act);
    expect([changed.version, change.kind, change.reason]).toEqual([5, 'OUTAGE_REGISTERED', 'Falha elétrica']);
    expect(change.summary).toBe('Indisponibilidade registrada: 26/03/2026 14:00 a 26/03/2026 18:30, prorroga prazos.');
    expect(recomputation).toMatchObject({ fromDate: '2026-03-26', body: null, cause: { kind: 'OUTAGE', changeId: 'change-1' } });
    expect(events.map(({ type }) => type)).toEqual(['OutageRegistered']);
    expect(registerOutage(calendar, { ...order, extendsDeadlines: false }, [], act).recomputation).toBeUndefined();
  });

  it('is refused while another one counts at the same time, not when that one was withdrawn or only touches it', () => {
    const { outage } = registerOutage(calendar, order, [], act);
    const later = { ...order, startsAt: at('2026-03-26T18:29'), endsAt: at('2026-03-26T20:00') };
    expect(() => registerOutage(calendar, later, [outage], act)).toThrow(
      expect.objectContaining({ code: 'OUTAGE_OVERLAPS', details: { start: '26/03/2026 14:00', end: '26/03/2026 18:30' } }),
    );
    expect(registerOutage(calendar, { ...later, startsAt: order.endsAt }, [outage], act).outage.startsOn).toBe('2026-03-26');
    expect(registerOutage(calendar, later, [{ ...outage, withdrawnAt: act.now }], act).outage.startsOn).toBe('2026-03-26');
  });

  it('names everything that is wrong at once: a summary of 501 characters, an end before the start', () => {
    const wrong = { ...order, endsAt: order.startsAt, summary: 'x'.repeat(501) };
    expect(() => registerOutage(calendar, wrong, [], act)).toThrow(
      expect.objectContaining({ details: { fields: [expect.objectContaining({ path: 'endsAt' }), expect.objectContaining({ path: 'summary', code: 'TOO_LONG' })] } }),
    );
    expect(() => registerOutage(calendar, { ...order, endsAt: at('2026-06-26T18:30') }, [], act)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
    expect(registerOutage(calendar, { ...order, summary: 'x'.repeat(500) }, [], act).outage.summary).toHaveLength(500);
  });

  it('is taken back once, with a reason', () => {
    const { outage } = registerOutage(calendar, order, [], act);
    const withdrawn = withdrawOutage(calendar, outage, 'Registrada no município errado.', act);
    expect(withdrawn.outage.withdrawnAt).toEqual(act.now);
    expect([withdrawn.change.kind, withdrawn.recomputation?.fromDate]).toEqual(['OUTAGE_WITHDRAWN', '2026-03-26']);
    expect(() => withdrawOutage(calendar, withdrawn.outage, 'De novo.', act)).toThrow(expect.objectContaining({ code: 'OUTAGE_WITHDRAWN_ALREADY' }));
    expect(() => withdrawOutage(calendar, outage, ' ', act)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });
});
