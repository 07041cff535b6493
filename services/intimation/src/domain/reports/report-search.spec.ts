import { describe, expect, it } from '@jest/globals';
import { searchProblems } from './report-search.ts';
import type { ReportSearch } from './report-search.ts';

const open = { from: null, until: null };
const search = (changes: Partial<ReportSearch> = {}): ReportSearch => ({
  statuses: [], overdueOnly: false, typeId: null, unitId: null, processId: null, recipientName: null, issued: open, fulfilled: open, due: open, ...changes,
});

describe('what a report is asked for', () => {
  it('may be left open altogether', () => {
    expect(searchProblems(search())).toEqual([]);
  });

  it('may be one day', () => {
    expect(searchProblems(search({ issued: { from: '2026-03-06', until: '2026-03-06' } }))).toEqual([]);
  });

  it('is refused with everything wrong about it at once', () => {
    const wrong = search({
      recipientName: ' -- ', typeId: '', unitId: 'x'.repeat(101),
      issued: { from: '2026-03-07', until: '2026-03-06' }, due: { from: '2027-01-01', until: '2026-01-01' },
    });
    expect(searchProblems(wrong).map(({ path, code }) => `${path} ${code}`)).toEqual([
      'filter.recipientName REQUIRED', 'filter.typeId UNKNOWN', 'filter.unitId UNKNOWN', 'filter.issued.until OUT_OF_RANGE', 'filter.due.until OUT_OF_RANGE',
    ]);
    expect(searchProblems(search({ recipientName: 'a'.repeat(101) }))).toMatchObject([{ code: 'TOO_LONG' }]);
  });
});
