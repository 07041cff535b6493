import { formatLocalDate, localDate } from '@guiche/kit/calendar';
import { isAppError } from '@guiche/kit/errors';
import { failReportExport, finishReportExport, isUnfinished } from '../../domain/reports/report-export.ts';
import type { ReportExport, ReportFile } from '../../domain/reports/report-export.ts';
import { reportColumns } from '../../domain/reports/report-columns.ts';
import type { ReportRow } from '../../domain/reports/report-columns.ts';
import { timeZoneOf } from '../calendar/working-calendar-of.ts';
import { defineUseCase } from '../define.ts';
import type { Ports } from '../ports.ts';
import { datedSearch } from './dated-search.ts';

/** After so many attempts that broke off, somebody has to look at it. */
const attemptsAtMost = 5;

/**
 * The job that makes the file. A killed one begins again with a file of its own and takes away what the one before had
 * written: which rows are in it was settled when it was asked for.
 */
export const writeReport = defineUseCase({
  name: 'writeReport',
  action: 'report-export:write',
  load: () => null,

  async prepare({ input: { exportId } }: { input: { exportId: string } }, ports) {
    const requested = await ports.reportExports.find(exportId);
    if (requested === undefined || !isUnfinished(requested)) return undefined;
    try {
      return await write(requested, ports);
    } catch (error) {
      // What may pass is tried once more.
      if ((await ports.reportExports.noteFailure(exportId)) < attemptsAtMost) throw error;
      return { failureCode: isAppError(error) ? error.code : 'EXPORT_FAILED' };
    }
  },

  async run({ input: { exportId }, prepared }, { reportExports }) {
    const before = await reportExports.find(exportId);
    if (before === undefined || prepared === undefined || !isUnfinished(before)) return { result: null };
    await reportExports.update('file' in prepared ? finishReportExport(before, prepared) : failReportExport(before, prepared.failureCode));
    return { result: null };
  },
});

async function write(requested: ReportExport, ports: Ports): Promise<{ file: ReportFile; rows: number }> {
  const { id, municipalityId, format, requestedAt } = requested;
  const { reportExports, reportPress } = ports;
  const timeZone = await timeZoneOf(municipalityId, ports);
  const fileId = reportPress.newFileId();
  const left = await reportExports.noteAttempt(id, fileId);
  if (left !== null) await reportPress.remove(left);
  let rows = 0;
  const lines = async function* (): AsyncGenerator<readonly (string | null)[]> {
    for await (const lot of lotsOf(requested, timeZone, ports)) {
      yield* lot;
      rows += lot.length;
      await reportExports.noteProgress(id, rows);
    }
  };
  const name = `Intimações Eletrônicas ${formatLocalDate(localDate(requestedAt, timeZone)).replaceAll('/', '-')}`;
  const file = await reportPress.write({ fileId, name, format, rows: lines() });
  return { file, rows };
}

async function* lotsOf({ scope, search, requestedAt }: ReportExport, timeZone: string, { reports, units }: Ports): AsyncGenerator<(string | null)[][]> {
  const names = new Map<string, string>();
  const dated = datedSearch(scope, search, timeZone);
  // What is issued while the file is made would come before its first row.
  const issuedUntil = dated.issuedUntil === null || dated.issuedUntil > requestedAt ? requestedAt : dated.issuedUntil;
  for await (const lot of reports.rows({ ...dated, issuedUntil })) {
    const unknown = [...new Set(lot.map(({ unitId }) => unitId))].filter((unitId) => !names.has(unitId));
    for (const unit of unknown.length === 0 ? [] : await units.findMany(unknown)) names.set(unit.id, unit.name);
    yield lot.map((row) => cellsOf(row, { timeZone, unitName: (unitId) => names.get(unitId) ?? unitId }));
  }
}

function cellsOf(row: ReportRow, place: { timeZone: string; unitName(unitId: string): string }): (string | null)[] {
  return reportColumns.map(({ cellOf }) => cellOf(row, place));
}
