import { describe, expect, it } from '@jest/globals';
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
});
