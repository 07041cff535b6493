import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'sandbox-';
// A folder in use changes with every job, and one without jobs is removed after seconds.
const abandonedAfterMs = 60 * 60_000;

/** A new folder for a sandbox. Those that a killed service left behind, with documents in them, go on this occasion. */
export async function sandboxFolder(parent: string = tmpdir()): Promise<string> {
  const before = Date.now() - abandonedAfterMs;
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix)) continue;
    const folder = join(parent, name);
    const facts = await stat(folder).catch(() => undefined); // somebody else's sweep was faster
    if (facts !== undefined && facts.mtimeMs < before) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
  return mkdtemp(join(parent, prefix));
}
