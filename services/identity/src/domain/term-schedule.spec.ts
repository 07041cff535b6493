import { describe, expect, it } from '@jest/globals';
import { aRelease } from '../test/builders.ts';
import { overdueFrom, remindersOf } from './term-schedule.ts';

describe('the schedule of an unsigned term', () => {
  it('reminds 10, 5 and 1 days before the last one, at 9 h local time', () => {
    const reminders = remindersOf(aRelease(), new Date('2026-03-02T12:00:00Z'), 'America/Sao_Paulo');
    expect(reminders.map(({ daysLeft, dueAt }) => [daysLeft, dueAt.toISOString()])).toEqual([
      [10, '2026-03-07T12:00:00.000Z'],
      [5, '2026-03-12T12:00:00.000Z'],
      [1, '2026-03-16T12:00:00.000Z'],
    ]);
  });

  it('leaves out reminders that would lie in the past', () => {
    expect(remindersOf(aRelease(), new Date('2026-03-12T12:00:00Z'), 'America/Sao_Paulo').map(({ daysLeft }) => daysLeft)).toEqual([1]);
  });

  it('is overdue from the first moment of the next local day, never earlier', () => {
    expect(overdueFrom(aRelease()).toISOString()).toBe('2026-03-18T03:00:00.000Z');
  });
});
