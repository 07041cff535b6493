import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { median, reportStatistics } from './report-statistics.ts';
import type { ReportTallies } from './report-statistics.ts';

const none: ReportTallies = { statuses: [], types: [], units: [], months: [], fulfilments: [], days: [] };

describe('a report as a chart shows it', () => {
  it('has every month of its period, those without any and those over New Year too', () => {
    const { months } = reportStatistics({ ...none, months: [{ month: '2026-01', count: 3 }] }, { from: '2025-11-30', until: '2026-02-01' });
    expect(months).toEqual([{ month: '2025-11', count: 0 }, { month: '2025-12', count: 0 }, { month: '2026-01', count: 3 }, { month: '2026-02', count: 0 }]);
  });

  it('tells no share and no median where nothing is fulfilled', () => {
    expect(reportStatistics(none, { from: '2026-01-01', until: '2026-01-31' })).toMatchObject({ total: 0, consultationShare: null, medianDaysToFulfilment: null });
  });

  it('shares what is fulfilled between consultation and tacit deadline', () => {
    const fulfilments = [{ kind: 'TACIT', count: 3 }, { kind: 'CONSULTATION', count: 1 }] as const;
    expect(reportStatistics({ ...none, fulfilments }, { from: '2026-01-01', until: '2026-01-31' })).toMatchObject({ consultations: 1, tacit: 3, consultationShare: 0.25 });
  });

  it('shows the fifty largest, and how many are in all others', () => {
    const units = Array.from({ length: 60 }, (_, index) => ({ unitId: `u-${String(index)}`, count: index + 1 }));
    const { units: shown } = reportStatistics({ ...none, units }, { from: '2026-01-01', until: '2026-01-31' });
    expect([shown.largest.length, shown.largest[0]?.unitId, shown.others]).toEqual([50, 'u-59', 55]);
  });

  it('has the median that the days one by one have', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 60 }), (days) => {
        const sorted = [...days].sort((left, right) => left - right);
        const middle = sorted.length / 2;
        const expected = sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
        const tallies = [...new Set(days)].map((day) => ({ days: day, count: days.filter((other) => other === day).length }));
        expect(median(tallies)).toBe(expected);
      }),
    );
  });
});
