import { describe, expect, it } from '@jest/globals';
import { daysFromEaster } from '../../domain/calendar/easter.ts';
import { holidayBook } from './holiday-book.ts';

describe('the holiday book', () => {
  it('knows the national holidays of 2026 with their Portuguese names', () => {
    const dates = holidayBook('BR', 2026).map(({ date }) => date);
    expect(dates).toEqual(expect.arrayContaining(['2026-01-01', '2026-04-03', '2026-04-21', '2026-05-01', '2026-09-07', '2026-10-12', '2026-11-02', '2026-11-15', '2026-11-20', '2026-12-25']));
    expect(holidayBook('BR', 2026).every(({ kind }) => kind === 'NATIONAL')).toBe(true);
  });

  it('adds the holidays of the state', () => {
    const ofState = holidayBook('BR-SP', 2026).filter(({ kind }) => kind === 'STATE');
    expect(ofState.map(({ date }) => date)).toContain('2026-07-09');
    expect(holidayBook('BR-RJ', 2026).map(({ date }) => date)).toContain('2026-04-23');
  });

  it('keeps the national holidays in every state, 20 November where it was a state holiday before too', () => {
    const national = holidayBook('BR', 2026);
    const states = 'AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP TO'.split(' ');
    for (const state of states) expect(holidayBook(`BR-${state}`, 2026)).toEqual(expect.arrayContaining([...national]));
    expect(national).toContainEqual(expect.objectContaining({ date: '2026-11-20', legalBasis: 'Lei nº 14.759/2023' }));
    expect(holidayBook('BR-RJ', 2020)).toContainEqual(expect.objectContaining({ date: '2020-11-20', kind: 'STATE' }));
  });

  it('agrees with our Easter in every year that can be asked for', () => {
    for (let year = 1990; year <= 2100; year += 1) {
      expect(holidayBook('BR', year)).toContainEqual(expect.objectContaining({ date: daysFromEaster(year, -2), name: 'Sexta-Feira Santa' }));
    }
  });
});
