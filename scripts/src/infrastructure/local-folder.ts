import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The repository's own folder, looked for from here upwards; everything of the launcher is relative to it. */
export function findProjectRoot(from: string = process.cwd()): string {
  const manifest = join(from, 'package.json');
  if (existsSync(manifest) && (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string }).name === 'guiche') return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('This is not inside the Guichê repository.');
  return findProjectRoot(parent);
}

/** Where everything local to this machine lies; ignored by git. */
export interface LocalFolder {
  readonly folder: string;
  readonly secretsFile: string;
  readonly signingKeysFile: string;
  readonly dataFolder: string;
  readonly logFolder: string;
  readonly cacheFolder: string;
  readonly mailboxFolder: string;
  readonly stateFile: string;
}

export function localFolderIn(folder: string, cacheFolder: string = join(folder, 'cache')): LocalFolder {
  return {
    folder,
    cacheFolder,
    secretsFile: join(folder, 'secrets.json'),
    signingKeysFile: join(folder, 'signing-keys.json'),
    dataFolder: join(folder, 'data'),
    logFolder: join(folder, 'logs'),
    mailboxFolder: join(folder, 'mailbox'),
    stateFile: join(folder, 'state.json'),
  };
}
