import type { Page, PageRequest } from '@guiche/kit/use-case';
import type { Notice } from '../../domain/issuing/notice.ts';
import type { ReportRow } from '../../domain/reports/report-columns.ts';
import type { ReportExport, ReportFile, ReportFormat } from '../../domain/reports/report-export.ts';
import type { ReportScope, ReportSearch } from '../../domain/reports/report-search.ts';
import type { ReportTallies } from '../../domain/reports/report-statistics.ts';
import type { StatusCounts } from '../issuing/ports.ts';

export type ReportOrder = 'ISSUED_LATEST' | 'ISSUED_EARLIEST' | 'FULFILLED_LATEST' | 'FULFILLED_EARLIEST' | 'DUE_SOONEST' | 'DUE_LATEST';

/** A search with the instants of its days of issue. */
export interface DatedSearch {
  readonly scope: ReportScope;
  readonly search: ReportSearch;
  /** First and last instant of issue; null where open. */
  readonly issuedFrom: Date | null;
  readonly issuedUntil: Date | null;
}

/** Issued notices, all by an index and in its order. */
export interface ReportRepository {
  /** By a date that a notice does not have, it is not listed. */
  page(search: DatedSearch, order: ReportOrder, page: PageRequest): Promise<Page<Notice>>;
  countByStatus(search: DatedSearch): Promise<StatusCounts>;
  /** `timeZone`: where months and days begin. */
  tallies(search: DatedSearch, timeZone: string): Promise<ReportTallies>;
  /** All of them, latest issue first, a batch at a time: never more than that in memory. */
  rows(search: DatedSearch): AsyncIterable<readonly ReportRow[]>;
}

export interface ReportExportRepository {
  insert(added: ReportExport): Promise<void>;
  /** Throws `STALE_VERSION` when somebody was faster. */
  update(changed: ReportExport): Promise<void>;
  find(id: string): Promise<ReportExport | undefined>;
  /** Says how far it is, for people who wait: no version of its own. */
  noteProgress(id: string, done: number): Promise<void>;
  /** Notes where an attempt writes; answers where the one before did, which was killed. */
  noteAttempt(id: string, fileId: string): Promise<string | null>;
  /** Counts one more failed attempt; answers how many there were. */
  noteFailure(id: string): Promise<number>;
  /** Of one owner in one city and not over, newest first. */
  page(filter: { readonly owner: string; readonly municipalityId: string; readonly now: Date }, page: PageRequest): Promise<Page<ReportExport>>;
  countOf(filter: { readonly owner: string; readonly now: Date }): Promise<{ readonly unfinished: number; readonly kept: number }>;
  /** Files it has or was writing. */
  filesOf(id: string): Promise<readonly string[]>;
  remove(id: string): Promise<void>;
}

/** A spreadsheet to be written while its rows are read. */
export interface ReportTask {
  readonly fileId: string;
  /** Without its ending. */
  readonly name: string;
  readonly format: ReportFormat;
  /** In the order of the columns; a day as `2026-03-06`. */
  readonly rows: AsyncIterable<readonly (string | null)[]>;
}

export interface ReportPress {
  write(task: ReportTask): Promise<ReportFile>;
  /** An id that no file has. */
  newFileId(): string;
  /** Nothing there is fine. */
  remove(fileId: string): Promise<void>;
}

export interface ReportSchedule {
  write(exportId: string, dueAt: Date): Promise<void>;
  clear(exportId: string, dueAt: Date): Promise<void>;
}

/** What use cases of reports need. */
export interface ReportPorts {
  readonly reports: ReportRepository;
  readonly reportExports: ReportExportRepository;
  readonly reportPress: ReportPress;
  readonly reportSchedule: ReportSchedule;
}
