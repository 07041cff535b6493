import { randomUUID } from 'node:crypto';
import { isLogged } from '../../../domain/access/read-log.ts';
import type { ReadEntry, ReadPart } from '../../../domain/access/read-log.ts';
import type { Process } from '../../../domain/processes/process.ts';
import type { ReadableDocument, Reader } from '../../../domain/processes/reading.ts';

/** What one request shows of personal data: each part of each process once. */
export interface ReadNotes {
  /** `as` names a reader who came by a link, whoever is logged in besides. */
  shown(process: Process, part: ReadPart, details?: { readonly documentId?: string; readonly as?: string | undefined }): void;
  /** Remembers whose file this is, so that asking for its address is noted. */
  fileOf<File extends object>(document: ReadableDocument, file: File, as?: string): File;
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
  const shown: ReadNotes['shown'] = (process, part, { documentId, as } = {}) => {
    const key = [process.id, part, documentId, as].join();
    if (known.has(key) || (as === undefined && !isLogged(reader, process))) return;
    known.add(key);
    const { id: processId, municipalityId } = process;
    note({ id: randomUUID(), municipalityId, processId, part, documentId: documentId ?? null, reader: as ?? readerKey, at: now(), correlationId });
  };
  return {
    shown,
    fileOf(document, file, as) {
      owners.set(file, { document, as });
      return file;
    },
    opened(file) {
      const owner = owners.get(file);
      if (owner !== undefined) shown(owner.document.process, 'FILE', { documentId: owner.document.id, as: owner.as });
    },
  };
}
