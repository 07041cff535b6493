import type { FileStore } from '@guiche/kit/files';
import { formatLocalDate, localDate } from '@guiche/kit/calendar';
import { processErrors } from '../../domain/errors.ts';
import type { ExportedDocument, ExportTask, ExportWriter } from '../../use-cases/exports/ports.ts';
import type { StagedFiles } from '../files/staged-files.ts';
import { coverOf } from './cover-of.ts';
import { createPdfExport } from './create-pdf-export.ts';
import type { PdfExport } from './create-pdf-export.ts';
import type { ExportEntry, ProcessExport } from './export-entry.ts';
import { exportParts } from './export-parts.ts';
import { exportZip } from './export-zip.ts';

/** Makes whole processes into files, one at a time: the memory of one is what the service is measured for. */
export interface ExportPress {
  /** The port, on one store. */
  on(stores: { store: FileStore; staged: StagedFiles }): ExportWriter;
  end(): Promise<void>;
}

const limitBytes = 2 ** 40;
const withheldWords = { CANCELLED: 'Documento cancelado', SEALED: 'Documento de intimação ainda não cumprida', NOTICE_NOT_CONFIRMED: 'Intimação a cumprir: confirme-a para abrir o documento' } as const;

/** `partBytes` as for `createPdfExport`. */
export function createExportPress(options: { partBytes?: number } = {}): ExportPress {
  let pdf: PdfExport | undefined;
  let isBusy = false;

  const bytesOf = (task: ExportTask, store: FileStore): AsyncIterable<Uint8Array> => {
    const process = processExport(task, store);
    const onProgress = (done: number): Promise<void> => task.onProgress(done);
    if (task.requested.format === 'ZIP') return exportZip(process, { onProgress });
    pdf ??= createPdfExport(options);
    return pdf.write(process, exportParts(store, task.requested.id), { onProgress });
  };

  return {
    on: ({ store, staged }) => ({
      async write(task) {
        if (isBusy) throw processErrors.EXPORTS_BUSY();
        isBusy = true;
        try {
          const { format } = task.requested;
          const accept = format === 'ZIP' ? (['application/zip'] as const) : (['application/pdf'] as const);
          const fileName = `Processo ${task.process.numberKey}.${format.toLowerCase()}`;
          return await staged.stage((id) => store.write(bytesOf(task, store), { id, fileName, limitBytes, accept }));
        } finally {
          isBusy = false;
        }
      },
      clear: (exportId) => exportParts(store, exportId).remove(),
    }),
    async end() {
      await pdf?.end();
    },
  };
}

function processExport(task: ExportTask, store: FileStore): ProcessExport {
  const { requested, municipality } = task;
  return {
    cover: coverOf(task),
    total: requested.total,
    async *entries(from) {
      for await (const exported of task.documents(from)) yield entryOf(exported, municipality.timeZone, store);
    },
  };
}

function entryOf({ document, withheld }: ExportedDocument, timeZone: string, store: FileStore): ExportEntry {
  const { number, title, type, createdAt } = document;
  const file = document.signedFile ?? document.file;
  return {
    number,
    title,
    type,
    date: formatLocalDate(localDate(createdAt, timeZone)),
    mediaType: file.mediaType,
    fileName: file.fileName,
    state: withheld === null ? { kind: 'included' } : { kind: withheld === 'CANCELLED' ? 'cancelled' : 'withheld', reason: withheldWords[withheld] },
    open: async () => (await store.open(file.id)) as AsyncIterable<Uint8Array>,
  };
}
