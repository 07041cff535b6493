import { describe, expect, it } from '@jest/globals';
import { autoCloseOf } from './auto-close.ts';
import { parseTicketSearch, ticketNumber, ticketYear } from './ticket-number.ts';

describe('the number of a ticket', () => {
  it('belongs to the year of the city, not of Greenwich', () => {
    const midnight = new Date('2026-01-01T02:59:59Z');
    expect(ticketYear(midnight, 'America/Sao_Paulo')).toBe('2025');
    expect(ticketYear(midnight, 'America/Noronha')).toBe('2026');
    expect(ticketNumber('2026', 123)).toBe('2026-000123');
    expect(ticketNumber('2026', 1_234_567)).toBe('2026-1234567');
  });

  it.each([
    ['2026-000123', { number: '2026-000123' }],
    [' 2026 - 123 ', { number: '2026-000123' }],
    ['123', { sequence: 123 }],
    ['000123', { sequence: 123 }],
    ['', null],
    ['abc', null],
    ['{"$gt":""}', null],
    ['9'.repeat(300), null],
  ])('is searched for as %j', (text, expected) => {
    expect(parseTicketSearch(text)).toEqual(expected);
  });
});

describe('a solved ticket', () => {
  const solvedAt = new Date('2026-03-02T23:30:00-03:00');

  it.each([
    [7, new Date('2026-03-10T02:59:59.999Z')],
    [1, new Date('2026-03-04T02:59:59.999Z')],
    [0, 'at-once'],
    [null, 'never'],
  ])('with %j days to object closes at %j (TK-05)', (autoCloseDays, expected) => {
    expect(autoCloseOf({ municipalityId: 'campinas', autoCloseDays }, solvedAt, 'America/Sao_Paulo')).toEqual(expected);
  });
});
