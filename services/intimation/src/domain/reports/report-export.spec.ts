import { describe, expect, it } from '@jest/globals';
import { failReportExport, finishReportExport, isUnfinished, requestReportExport, stillSees } from './report-export.ts';

const open = { from: null, until: null };
const search = { statuses: [], overdueOnly: false, typeId: null, unitId: null, processId: null, recipientName: null, issued: open, fulfilled: open, due: open };
const scope = { municipalityId: 'campinas', staffId: 'ana', unitIds: ['pg', 'pge'] };
const at = new Date('2026-03-06T12:00:00Z');
const waiting = requestReportExport({ id: 'e', municipalityId: 'campinas', owner: 'staff:ana', scope, search, format: 'CSV', total: 10, at });

describe('a report as a spreadsheet', () => {
  it('waits, is kept for seven days, and is finished with as many rows as are in it', () => {
    expect(waiting).toMatchObject({ state: 'WAITING', done: 0, expiresAt: new Date('2026-03-13T12:00:00Z'), version: 1 });
    const file = { id: 'f', fileName: 'a.csv', size: 1, sha256: '', mediaType: 'text/csv' };
    const done = finishReportExport(waiting, { file, rows: 9 });
    expect(done).toMatchObject({ state: 'DONE', done: 9, total: 9, file, version: 2 });
    expect([isUnfinished(waiting), isUnfinished(done), isUnfinished(failReportExport(waiting, 'X'))]).toEqual([true, false, false]);
  });

  it.each([
    ['the same units', { unitIds: ['pge', 'pg'] }, true],
    ['more units', { unitIds: ['pg', 'pge', 'smf'] }, true],
    ['all of the city', { unitIds: null }, true],
    ['one unit less', { unitIds: ['pg'] }, false],
    ['another city', { municipalityId: 'rio' }, false],
    ['somebody else, by what is confided to each', { staffId: 'bia' }, false],
  ])('is given to who now sees %s: %#', (_what, change, given) => {
    expect(stillSees({ ...scope, ...change }, scope)).toBe(given);
  });

  it('of all of the city is not given to who sees single units now', () => {
    expect(stillSees(scope, { ...scope, unitIds: null })).toBe(false);
  });
});
