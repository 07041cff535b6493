import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

// `npm run bench [-- petition numbers]`: all of them, or the named ones. What they measured last stands in README.md beside the
// machine it was measured on.
const benches = ['gateway', 'events', 'approval', 'export', 'search', 'desk', 'petition', 'numbers', 'uploads', 'intimation'] as const;

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const options = process.argv.slice(2).filter((word) => word.startsWith('--'));
const unknown = wanted.filter((name) => !benches.some((bench) => bench === name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. There are: ${benches.join(', ')}.`);
  process.exit(2);
}
const failed = benches
  .filter((name) => wanted.length === 0 || wanted.includes(name))
  .filter((name) => {
    console.log(`\n== ${name} ==\n`);
    return spawnSync(process.execPath, [join(import.meta.dirname, 'bench', `${name}.ts`), ...options], { stdio: 'inherit' }).status !== 0;
  });
process.exit(failed.length === 0 ? 0 : 1);
