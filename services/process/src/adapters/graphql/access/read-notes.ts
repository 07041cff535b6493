import { randomUUID } from 'node:crypto';
import { copiedPerEntry, isLogged } from '../../../domain/access/read-log.ts';
import type { ReadEntry, ReadPart } from '../../../domain/access/read-log.ts';
import type { Process } from '../../../domain/processes/process.ts';
import type { ReadableDocument, Reader } from '../../../domain/processes/reading.ts';

/** What one request shows of personal data: each part of each process once. */
export interface ReadNotes {
  /** `as` names a reader who came by a link, whoever is logged in besides. */
  shown(process: Process, part: ReadPart, details?: { readonly documentId?: string; readonly documentIds?: readonly string[]; readonly as?: string | undefined }): void;
  /** Remembers whose file this is, so that asking for its address is noted. */
  fileOf<File extends object>(document: ReadableDocument, file: File, as?: string): File;
  /** The same for a copy of the process that holds these documents. */
  copyOf<File extends object>(process: Process, documentIds: readonly string[], file: File): File;
  opened(file: object): void;
}

export function createReadNotes(options: {
  reader: Reader;
  /** Who it is, for the log. */
  readerKey: string;
  correlationId: string;
  now: () => Date;
  note: (entry: ReadEntry) => void;
}): ReadNotes {
  const { reader, readerKey, correlationId, now, note } = options;
  const known = new Set<string>();
  const owners = new WeakMap<object, { document: ReadableDocument; as: string | undefined }>();
  const copies = new WeakMap<object, { process: Process; documentIds: readonly string[] }>();
  const shown: ReadNotes['shown'] = (process, part, { documentId, documentIds, as } = {}) => {
    const key = [process.id, part, documentId, documentIds?.[0], as].join();
    if (known.has(key) || (as === undefined && !isLogged(reader, process))) return;
    known.add(key);
    const { id: processId, municipalityId } = process;
    note({ id: randomUUID(), municipalityId, processId, part, documentId: documentId ?? null, documentIds: documentIds ?? [], reader: as ?? readerKey, at: now(), correlationId });
  };
  return {
    shown,
    fileOf(document, file, as) {
      owners.set(file, { document, as });
      return file;
    },
    copyOf(process, documentIds, file) {
      copies.set(file, { process, documentIds });
      return file;
    },
    opened(file) {
      const owner = owners.get(file);
      if (owner !== undefined) shown(owner.document.process, 'FILE', { documentId: owner.document.id, as: owner.as });
      const copy = copies.get(file);
      if (copy === undefined) return;
      for (let start = 0; start < copy.documentIds.length; start += copiedPerEntry) {
        shown(copy.process, 'COPY', { documentIds: copy.documentIds.slice(start, start + copiedPerEntry) });
      }
    },
  };
}
