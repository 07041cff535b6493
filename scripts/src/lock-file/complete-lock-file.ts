// `npm run lock:complete`, to be run after a dependency changed: see missing-platforms.ts.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProjectRoot } from '../infrastructure/local-folder.ts';
import { type LockFile, missingPlatforms } from './missing-platforms.ts';

const path = join(findProjectRoot(), 'package-lock.json');
const lockFile = JSON.parse(readFileSync(path, 'utf8')) as LockFile;
const missing = missingPlatforms(lockFile);
const packages = Object.entries({ ...lockFile.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, 'en'));
writeFileSync(path, `${JSON.stringify({ ...lockFile, packages: Object.fromEntries(packages) }, null, 2)}\n`);
console.log(`${Object.keys(missing).length} entries added`);
