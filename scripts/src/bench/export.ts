// `npm run bench -- export`: a process of 1,000 documents and 1 GB as one PDF and as ZIP, from the file store into the file
// store, in a process that carries what the service carries. Memory is that of the process and its children together.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileIdFor, gridFsFileStore } from '@guiche/kit/files';
import { testDatabase } from '@guiche/kit/testing';
import { pageWithPicture } from '../../../services/process/src/test/pdf/some-process.ts';
import { startPrivateMongod } from '../infrastructure/infrastructure.ts';
import { findProjectRoot, localFolderIn } from '../infrastructure/local-folder.ts';
import { newSecrets } from '../infrastructure/secrets.ts';
import { describeMachine } from './machine.ts';
import { residentWithChildren, watchPeak } from './resident-memory.ts';

const documents = 1_000;
const bytesEach = 1_080_000;
const wantedMegabytes = 400;

console.log(describeMachine());
const folder = await mkdtemp(join(tmpdir(), 'guiche-bench-'));
const { cacheFolder } = localFolderIn(join(findProjectRoot(), '.guiche'));
const mongo = await startPrivateMongod({ folder, logFolder: folder, cacheFolder, secrets: newSecrets() });
try {
  process.env['TEST_MONGO_URL'] = mongo.url;
  const database = await testDatabase();
  const store = gridFsFileStore(database.connection);
  let bytes = 0;
  for (let index = 0; index < documents; index += 1) {
    const picture = pageWithPicture(`Documento ${String(index + 1)}`, bytesEach);
    const stored = await store.write(once(picture), { id: fileIdFor(`bench/${String(index)}`), fileName: 'a.pdf', limitBytes: 2e7, accept: ['application/pdf'] });
    bytes += stored.size;
  }
  console.log(`${String(documents)} documents, ${String(Math.round(bytes / 1e6))} MB`);
  const peak = await exported(database.url);
  console.log(`peak of the process and its children: ${String(peak)} MB, wanted under ${String(wantedMegabytes)}`);
  if (peak >= wantedMegabytes) process.exitCode = 1;
  await database.drop();
} finally {
  await mongo.stop();
  await rm(folder, { recursive: true, force: true });
}

async function exported(url: string): Promise<number> {
  const program = join(import.meta.dirname, 'export/whole-process.ts');
  const child = spawn(process.execPath, ['--max-semi-space-size=8', program, url, String(documents)], {
    env: { ...process.env, MALLOC_ARENA_MAX: '2' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const watch = watchPeak(() => residentWithChildren(child.pid ?? 0));
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  const peak = watch.end();
  if (code !== 0) throw new Error(`The export ended with ${String(code)}`);
  return Math.round(peak);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
