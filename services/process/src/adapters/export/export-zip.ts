import { makeZip } from 'client-zip';
import { entryFileName } from './entry-file-name.ts';
import type { ExportControl, ExportEntry, ProcessExport } from './export-entry.ts';
import { zipIndex } from './zip-index.ts';
import type { ZipIndexRow } from './zip-index.ts';

/**
 * The originals of a process as a ZIP, and a page that lists them all with those that are not in it and why. Streamed:
 * one document at a time, stored as it is. The same documents give the same bytes.
 */
export async function* exportZip({ cover, total, entries }: ProcessExport, control: ExportControl = {}): AsyncGenerator<Uint8Array> {
  const { onProgress, signal } = control;
  const lastModified = cover.requestedAt;

  async function* files() {
    const rows: ZipIndexRow[] = [];
    for await (const entry of entries(0)) {
      signal?.throwIfAborted();
      const name = entry.state.kind === 'included' ? entryFileName(entry, rows.length + 1) : undefined;
      if (name !== undefined) yield { name, lastModified, input: watched(await entry.open(), signal) };
      rows.push({ ...rowOf(entry), ...(name !== undefined && { name }) });
      await onProgress?.(rows.length, total);
    }
    yield { name: 'Índice.html', lastModified, input: zipIndex(cover, rows) };
  }

  for await (const chunk of makeZip(files()) as unknown as AsyncIterable<Uint8Array>) yield chunk;
}

function rowOf({ number, title, type, date, state }: ExportEntry): Omit<ZipIndexRow, 'name'> {
  return { number, title, type, date, ...(state.kind !== 'included' && { reason: state.reason }) };
}

async function* watched(source: AsyncIterable<Uint8Array>, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    signal?.throwIfAborted();
    yield chunk;
  }
}
