import { randomUUID } from 'node:crypto';
import { fileIdFor } from '@guiche/kit/files';
import type { FileStore, MediaType } from '@guiche/kit/files';
import { reportColumns } from '../../domain/reports/report-columns.ts';
import type { ReportFormat } from '../../domain/reports/report-export.ts';
import type { ReportPress, ReportTask } from '../../use-cases/reports/ports.ts';
import { writeCsv, writeXlsx } from './write-table.ts';

const limitBytes = 1024 ** 3;

const made: Readonly<Record<ReportFormat, MediaType>> = {
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  CSV: 'text/csv',
};

/** Spreadsheets into the file store, row by row. */
export function createReportPress(store: FileStore): ReportPress {
  return {
    write: ({ fileId, name, format, rows }) =>
      store.write(bytesOf(format, rows), { id: fileId, fileName: `${name}.${format.toLowerCase()}`, limitBytes, accept: [], made: made[format] }),
    newFileId: () => fileIdFor(randomUUID()),
    remove: (fileId) => store.remove(fileId),
  };
}

function bytesOf(format: ReportFormat, rows: ReportTask['rows']): AsyncIterable<Uint8Array> {
  return format === 'XLSX' ? writeXlsx('Intimações Eletrônicas', reportColumns, rows) : writeCsv(reportColumns, rows);
}
