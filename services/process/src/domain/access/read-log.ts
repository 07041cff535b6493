import type { Process } from '../processes/process.ts';
import type { Reader } from '../processes/reading.ts';

/** What of a process was shown (LW-03): parts that hold personal data. */
export type ReadPart = 'INTERESTED_PARTIES' | 'DOCUMENTS' | 'FILE' | 'COPY' | 'ACCESSES' | 'BASIC_DATA';

/** A copy of more documents has more lines in the log. */
export const copiedPerEntry = 200;

/** One reading of personal data, for the log of accesses. */
export interface ReadEntry {
  readonly id: string;
  readonly municipalityId: string;
  readonly processId: string;
  readonly part: ReadPart;
  /** The document whose file was opened. */
  readonly documentId: string | null;
  /** The documents of a copy of the process, `copiedPerEntry` to a line; none for everything else. */
  readonly documentIds?: readonly string[];
  /** Who read: `person:<id>`, `staff:<id>`, `app:<id>/for:<id>`, or `grant:<id>` without an account. */
  readonly reader: string;
  readonly at: Date;
  readonly correlationId: string;
}

/**
 * Everybody's readings are logged but those of the staff of units that have the process before them: that is their
 * work, and movements tell of it.
 */
export function isLogged(reader: Reader, process: Process): boolean {
  return reader.kind !== 'staff' || !process.openUnitIds.some((id) => reader.unitIds.includes(id));
}
