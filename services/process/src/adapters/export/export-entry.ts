/** Whether a document goes into the export with its content; if not, the index tells why. */
export type EntryState = { readonly kind: 'included' } | { readonly kind: 'cancelled' | 'withheld'; readonly reason: string };

/** A document of the process, in its order. Nothing is read before `open` is called. */
export interface ExportEntry {
  readonly number: string;
  readonly title: string;
  /** The type of document in the words of people. */
  readonly type: string;
  /** As people read it, for example `06/03/2026`. */
  readonly date: string;
  readonly mediaType: string;
  readonly fileName: string;
  readonly state: EntryState;
  open(): Promise<AsyncIterable<Uint8Array>>;
}

/** What the first page says. */
export interface CoverFacts {
  readonly city: string;
  readonly cityLines: readonly string[];
  readonly processNumber: string;
  readonly processType: string;
  /** Further facts in the order in which they are printed: Unidade, Interessados, Nível de acesso, ... */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** When the export was asked for; printed, and the only time in the file, so that a resumed job gives the same bytes. */
  readonly requestedAt: Date;
  readonly requestedBy: string;
}

/** A whole process to be exported. `entries` gives the documents from a position on, in the same order every time. */
export interface ProcessExport {
  readonly cover: CoverFacts;
  readonly total: number;
  entries(from: number): AsyncIterable<ExportEntry>;
}

/** How an export is watched and stopped. */
export interface ExportControl {
  readonly onProgress?: (done: number, total: number) => void | Promise<void>;
  readonly signal?: AbortSignal | undefined;
}
