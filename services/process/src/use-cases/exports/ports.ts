import type { Page, PageRequest } from '@guiche/kit/use-case';
import type { Document, DocumentFile } from '../../domain/documents/document.ts';
import type { ExportItem, RequestedExport } from '../../domain/exports/requested-export.ts';
import type { Withheld } from '../../domain/processes/withheld.ts';
import type { Process } from '../../domain/processes/process.ts';
import type { Letterhead, Municipality, Unit } from '../../domain/settings/municipality.ts';

/** What whole processes as one file need. */
export interface ExportPorts {
  readonly exports: ExportRepository;
  readonly exportWriter: ExportWriter;
  readonly exportSchedule: ExportSchedule;
}

export interface ExportRepository {
  insert(added: RequestedExport, items: readonly ExportItem[]): Promise<void>;
  /** Throws `STALE_VERSION` when somebody was faster. */
  update(changed: RequestedExport): Promise<void>;
  /** Says how far it is, for people who wait: no version of its own. */
  noteProgress(id: string, done: number): Promise<void>;
  /** Counts one more failed attempt; answers how many there were. */
  noteFailure(id: string): Promise<number>;
  findMany(ids: readonly string[]): Promise<RequestedExport[]>;
  /** Of one owner and not over, newest first. */
  pageOf(filter: { owner: string; municipalityId?: string; now: Date }, page: PageRequest): Promise<Page<RequestedExport>>;
  countOf(filter: { owner: string; now: Date }): Promise<{ unfinished: number; kept: number }>;
  /** What was frozen when it was asked for, from a position on, in the order of the process. */
  items(id: string, from: number): AsyncIterable<readonly ExportItem[]>;
  /** All that goes into these with its content. */
  includedIn(ids: readonly string[]): Promise<{ readonly exportId: string; readonly documentIds: readonly string[] }[]>;
  /** The one that waits longest, if any. */
  nextWaiting(): Promise<string | undefined>;
  remove(id: string): Promise<void>;
}

/** Everything that is printed or packed. */
export interface ExportTask {
  readonly requested: RequestedExport;
  readonly process: Process;
  /** What the reader may know that it is about; empty where that is nothing. */
  readonly specification: string;
  readonly parties: readonly string[];
  readonly municipality: Municipality;
  readonly letterhead: Letterhead | undefined;
  readonly unit: Unit | undefined;
  /** The documents from a position on, in the same order every time. */
  documents(from: number): AsyncIterable<ExportedDocument>;
  onProgress(done: number): Promise<void>;
}

export interface ExportedDocument {
  readonly document: Document;
  readonly withheld: Withheld | null;
}

export interface ExportWriter {
  /**
   * The finished file, staged. What an attempt that was killed had gathered is taken as it is. Throws `EXPORTS_BUSY`
   * while another one is made here, and whatever the documents throw.
   */
  write(task: ExportTask): Promise<DocumentFile>;
  /** Removes what was gathered on the way; nothing there is fine. */
  clear(exportId: string): Promise<void>;
}

export interface ExportSchedule {
  write(job: { exportId: string; dueAt: Date }): Promise<void>;
  /** The one before it is finished. */
  hasten(exportId: string): Promise<void>;
  /** Removes the parts at once, and everything at the end. */
  clear(job: { exportId: string; dueAt: Date }): Promise<void>;
}
