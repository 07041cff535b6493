import { connectMongo } from '@guiche/kit/mongo';
import { gridFsFileStore } from '@guiche/kit/files';
import { createPdfExport } from '../../adapters/export/create-pdf-export.ts';
import { exportParts } from '../../adapters/export/export-parts.ts';
import { plainProcess } from './some-process.ts';

// `killed-export.ts <mongo url> <export id> <documents> <killed at>`: exports, and kills itself in the middle.
const [url = '', exportId = '', documents = '', killedAt = ''] = process.argv.slice(2);
const store = gridFsFileStore(connectMongo(url, { appName: 'killed-export' }));
const pdf = createPdfExport({ partBytes: 100_000 });
const onProgress = (done: number): void => {
  if (done === Number(killedAt)) process.kill(process.pid, 'SIGKILL');
};
await pdf.write(plainProcess(Number(documents)), exportParts(store, exportId), { onProgress }).next();
