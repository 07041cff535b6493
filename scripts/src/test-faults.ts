import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { faults } from '../../services/intimation/src/test/faults/faults.ts';
import { playSeeds } from '../../services/intimation/src/test/faults/play-seeds.ts';
import { withTestServers } from './bench/with-test-servers.ts';

// `npm run test:faults [-- --only F12,F15] [--seed 7] [--seeds 20]`: faults of legal dates, each with twenty seeds, on a MongoDB
// and a RabbitMQ of its own. A seed that is printed as broken is played again by `--only` and `--seed`.
const { values } = parseArgs({
  options: { only: { type: 'string' }, seed: { type: 'string' }, seeds: { type: 'string', default: '20' } },
});
const wanted = values.only?.split(',');
const unknown = wanted?.filter((id) => !faults.some((fault) => fault.id === id)) ?? [];
if (unknown.length > 0) throw new Error(`There is no fault ${unknown.join(', ')}. There are: ${faults.map(({ id }) => id).join(', ')}.`);
const first = 20_261_121;
const seeds = values.seed === undefined ? Array.from({ length: wholeNumber(values.seeds) }, (_, index) => first + index) : [wholeNumber(values.seed)];

const startedAt = performance.now();
const folder = await mkdtemp(join(tmpdir(), 'guiche-faults-'));
let broken = 0;
try {
  await withTestServers(
    async () => {
      for (const fault of faults.filter(({ id }) => wanted?.includes(id) ?? true)) broken += await playSeeds(fault, seeds, (line) => console.log(line));
    },
    { folder, briefTransactions: true },
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
console.log(`${broken === 0 ? 'All hold' : `${String(broken)} broken`}, ${((performance.now() - startedAt) / 1_000).toFixed(0)} s`);
process.exit(broken === 0 ? 0 : 1);

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error('--seed and --seeds take a whole number from 1.');
  return number;
}
