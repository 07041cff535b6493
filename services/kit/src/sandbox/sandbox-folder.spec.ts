import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { sandboxFolder } from './sandbox-folder.ts';

describe('the folder of a sandbox', () => {
  it('is new, and what a killed service left behind is removed with it, but nothing else', async () => {
    const parent = await mkdtemp(join(tmpdir(), 'folders-'));
    const longAgo = new Date(Date.now() - 2 * 60 * 60_000);
    for (const name of ['sandbox-left', 'sandbox-used', 'another']) await mkdir(join(parent, name));
    await writeFile(join(parent, 'sandbox-left', 'document'), 'personal data');
    for (const name of ['sandbox-left', 'another']) await utimes(join(parent, name), longAgo, longAgo);
    const folder = await sandboxFolder(parent);
    expect((await readdir(parent)).map((name) => join(parent, name)).sort()).toEqual([join(parent, 'another'), folder, join(parent, 'sandbox-used')].sort());
    await rm(parent, { recursive: true });
  });
});
