import { spawn } from 'node:child_process';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const QUIET_LIMIT_MS = 15_000;
const LOOK_EVERY_MS = 1_000;
const ONE_MB = 1_000_000;
// Passed as text, because under jest this file cannot say where it lies.
const PROGRAM = `
  import { MongoBinary } from 'mongodb-memory-server-core';
  process.stdout.write('\\npath:' + (await MongoBinary.getPath({ downloadDir: process.argv[1] })) + '\\n');
`;

/**
 * Lets mongodb-memory-server fetch its mongod, in a process of its own that is ended when no byte arrives for a
 * while: on a closed network it would otherwise wait for minutes.
 */
export async function downloadMongodByMemoryServer(folder: string, onLine: (line: string) => void): Promise<string | undefined> {
  await mkdir(folder, { recursive: true });
  const child = spawn(process.execPath, ['--input-type=module', '--eval', PROGRAM, folder], {
    env: { ...process.env, MONGOMS_DOWNLOAD_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number>((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
  let size = 0;
  let grewAt = performance.now();
  const watch = setInterval(() => {
    void bytesIn(folder).then((now) => {
      if (now !== size) grewAt = performance.now();
      size = now;
      if (size > ONE_MB) onLine(`mongod: ${Math.round(size / ONE_MB)} MB`);
      if (performance.now() - grewAt > QUIET_LIMIT_MS) child.kill('SIGKILL');
    });
  }, LOOK_EVERY_MS);
  const code = await ended;
  clearInterval(watch);
  const path = /^path:(.+)$/m.exec(output)?.[1];
  if (code === 0 && path !== undefined) return path;
  throw new Error(`the download did not succeed (${/Error: (.*)/.exec(output)?.[1] ?? 'nothing arrived'})`);
}

async function bytesIn(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  const sizes = await Promise.all(names.map((name) => stat(join(folder, name)).then((entry) => entry.size, () => 0)));
  return sizes.reduce((sum, each) => sum + each, 0);
}
