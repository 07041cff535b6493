import { parseArgs } from 'node:util';
import { simulateYear } from '../../services/intimation/src/test/simulation/year.ts';
import { cpuWatch } from './bench/cpu-time.ts';
import { describeMachine } from './bench/machine.ts';
import { withTestServers } from './bench/with-test-servers.ts';

// `npm run simulate:year [-- --notices 50000] [--seed 7] [--kills 20]`: a city's year of intimations against an independent
// ledger, on a MongoDB and a RabbitMQ of its own. Ends with 1 when anything was early, twice, missing or another date.
const { values } = parseArgs({
  options: { notices: { type: 'string', default: '50000' }, seed: { type: 'string', default: '2028' }, kills: { type: 'string', default: '20' } },
});
const [notices = 0, seed = 0, kills = 0] = [values.notices, values.seed, values.kills].map(Number);
if (![notices, seed].every((number) => Number.isInteger(number) && number > 0) || !Number.isInteger(kills)) throw new Error('--notices, --seed and --kills take whole numbers.');

console.log(`${describeMachine()}\n${String(notices)} notices, seed ${String(seed)}`);
const startedAt = performance.now();
let failed = true;
await withTestServers(
  async ({ mongoPid }) => {
    const [ownCpu, mongoCpu] = [cpuWatch([process.pid]), cpuWatch([mongoPid])];
    const { early, twice, missing, different, totals, examples } = await simulateYear({ notices, seed, kills, tell: (line) => console.log(line) });
    const perNotice = (ms: number): string => `${(ms / notices).toFixed(1)} ms`;
    console.log(`CPU time of a notice: ${perNotice(ownCpu())} in the service and in who plays the others, ${perNotice(mongoCpu())} in MongoDB`);
    failed = early + twice + missing + different > 0;
    console.log(Object.entries(totals).map(([name, count]) => `${name} ${String(count)}`).join(', '));
    for (const example of examples) console.log(`  ${example}`);
    console.log(`early ${String(early)}, twice ${String(twice)}, missing ${String(missing)}, other dates ${String(different)}: ${failed ? 'BROKEN' : 'all as the ledger has it'}`);
  },
  { briefTransactions: true },
);
console.log(`${((performance.now() - startedAt) / 1_000).toFixed(0)} s`);
process.exit(failed ? 1 : 0);
