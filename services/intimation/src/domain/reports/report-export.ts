import type { ReportScope, ReportSearch } from './report-search.ts';

export type ReportFormat = 'XLSX' | 'CSV';
export type ReportExportState = 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED';

/** The file of a finished export. */
export interface ReportFile {
  readonly id: string;
  readonly fileName: string;
  readonly size: number;
  readonly sha256: string;
  readonly mediaType: string;
}

/** A report as a spreadsheet (planilha), as somebody of the staff asked for it. It is his alone. */
export interface ReportExport {
  readonly id: string;
  readonly municipalityId: string;
  /** Who asked, as tokens name him. */
  readonly owner: string;
  /** What he saw then. */
  readonly scope: ReportScope;
  readonly search: ReportSearch;
  readonly format: ReportFormat;
  readonly state: ReportExportState;
  /** Rows that are in the file so far; `total` is what was counted when it was asked for. */
  readonly done: number;
  readonly total: number;
  readonly file: ReportFile | null;
  readonly failureCode: string | null;
  /** What was issued later is not in it. */
  readonly requestedAt: Date;
  /** The file is there until then. */
  readonly expiresAt: Date;
  readonly version: number;
}

const keptMs = 7 * 24 * 60 * 60_000;

/** How many unfinished exports somebody may have, and how many in all. */
export const reportExportLimits = { unfinished: 3, kept: 20 } as const;

/** An export that waits to be made. */
export function requestReportExport(
  facts: Pick<ReportExport, 'id' | 'municipalityId' | 'owner' | 'scope' | 'search' | 'format' | 'total'> & { readonly at: Date },
): ReportExport {
  const { at, ...rest } = facts;
  return { ...rest, state: 'WAITING', done: 0, file: null, failureCode: null, requestedAt: at, expiresAt: new Date(at.getTime() + keptMs), version: 1 };
}

export function isUnfinished({ state }: Pick<ReportExport, 'state'>): boolean {
  return state === 'WAITING' || state === 'RUNNING';
}

/** `rows` is how many there are in it. */
export function finishReportExport(before: ReportExport, { file, rows }: { file: ReportFile; rows: number }): ReportExport {
  return { ...before, state: 'DONE', done: rows, total: rows, file, version: before.version + 1 };
}

/** Given up; `failureCode` tells why. */
export function failReportExport(before: ReportExport, failureCode: string): ReportExport {
  return { ...before, state: 'FAILED', failureCode, version: before.version + 1 };
}

/** Whether somebody who sees `now` still sees all that he saw when he asked. */
export function stillSees(now: ReportScope, then: ReportScope): boolean {
  if (now.municipalityId !== then.municipalityId || now.staffId !== then.staffId) return false;
  if (now.unitIds === null) return true;
  const mine = now.unitIds;
  return then.unitIds?.every((unitId) => mine.includes(unitId)) ?? false;
}
