// `whole-process.ts <mongo url> <documents>`: the exports of the bench, one after the other.
import { fileIdFor, gridFsFileStore } from '@guiche/kit/files';
import type { StoredFile } from '@guiche/kit/files';
import { connectMongo } from '@guiche/kit/mongo';
import { createPdfExport } from '../../../../services/process/src/adapters/export/create-pdf-export.ts';
import { exportParts } from '../../../../services/process/src/adapters/export/export-parts.ts';
import { exportZip } from '../../../../services/process/src/adapters/export/export-zip.ts';
import '../../../../services/process/src/start-process-service.ts'; // for its weight
import { anEntry, someProcess } from '../../../../services/process/src/test/pdf/some-process.ts';

const [url = '', documents = ''] = process.argv.slice(2);
const connection = connectMongo(url, { appName: 'bench-export' });
await connection.asPromise();
const store = gridFsFileStore(connection);
const whole = someProcess(
  Array.from({ length: Number(documents) }, (_, index) => ({
    ...anEntry(index + 1, () => Buffer.alloc(0)),
    open: async () => (await store.open(fileIdFor(`bench/${String(index)}`))) as AsyncIterable<Uint8Array>,
  })),
);
const own = (): string => `${String(Math.round(process.memoryUsage.rss() / 1e6))} MB`;

console.log(`before, the process alone: ${own()}`);
const pdf = createPdfExport();
const parts = exportParts(store, 'bench');
let gatheredAt = 0;
const onProgress = (done: number, total: number): void => {
  if (done === total) gatheredAt = performance.now();
};
const pdfStarted = performance.now();
const stored = await store.write(pdf.write(whole, parts, { onProgress }), { fileName: 'processo.pdf', limitBytes: 1e11, accept: ['application/pdf'] });
tell('PDF', stored, pdfStarted);
console.log(`  of these, documents gathered in parts: ${seconds(gatheredAt - pdfStarted)}`);
await parts.remove();
await pdf.end();

const zipStarted = performance.now();
tell('ZIP', await store.write(exportZip(whole), { fileName: 'processo.zip', limitBytes: 1e11, accept: ['application/zip'] }), zipStarted);
await connection.close();

function tell(what: string, { size }: StoredFile, started: number): void {
  console.log(`${what}: ${String(Math.round(size / 1e6))} MB in ${seconds(performance.now() - started)}; the process alone after it: ${own()}`);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
