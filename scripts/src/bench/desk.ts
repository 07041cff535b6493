// `npm run bench -- desk [--processes=200000] [--keep]`: Controle de Processos, a page of 50 with its processes, asked of the
// whole service in a city hall of that many processes. A run that was broken off goes on; `--keep` leaves the database.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { waitFor } from '@guiche/kit/testing';
import mongoose from 'mongoose';
import { startRig } from '../../../services/process/src/test/rig.ts';
import type { Rig } from '../../../services/process/src/test/rig.ts';
import { findProjectRoot } from '../infrastructure/local-folder.ts';
import { cpuWatch } from './cpu-time.ts';
import { quantile, tellDurations } from './durations.ts';
import { describeMachine } from './machine.ts';
import { generateProcesses } from './municipal-data/generate-processes.ts';
import { benchMunicipality, municipalProcess } from './municipal-data/municipal-process.ts';
import { randomFrom } from './municipal-data/random.ts';
import type { Random } from './municipal-data/random.ts';
import vocabulary from './municipal-data/vocabulary.json' with { type: 'json' };
import { withTestServers } from './with-test-servers.ts';

interface Asked {
  readonly unit: string;
  readonly [variable: string]: unknown;
}
interface Listed {
  readonly unitProcesses: { readonly edges: readonly { readonly cursor: string }[] };
}

const pagesOfAKind = 100;
const pageSize = 50;
const wantedMs = 50;
const unitIds = vocabulary.units.map((_, index) => `unit-${String(index)}`);
const page = `query($unit: ID!, $column: UnitProcessColumn, $filter: UnitProcessFilter, $sort: UnitProcessSort! = NEWEST_ARRIVAL, $first: Int, $after: String) {
  unitProcesses(unitId: $unit, column: $column, filter: $filter, sort: $sort, first: $first, after: $after) {
    edges { cursor node { seen column petitioned arrivedAt marks assignee { id } unit { id } process { id number type { name } specification accessLevel { label } openUnits { id } } } }
    pageInfo { hasNextPage }
  }
}`;
const counts = 'query($unit: ID!) { unitProcesses(unitId: $unit, first: 1) { totalCount counts { received generated unseen } } }';

const { values } = parseArgs({
  options: { processes: { type: 'string', default: '200000' }, keep: { type: 'boolean', default: false } },
});
const processes = Number(values.processes);
const unitOf = (random: Random): string => `unit-${String(random.rank(unitIds.length))}`;
const kinds: Record<string, (random: Random) => Asked> = {
  'both columns': (random) => ({ unit: unitOf(random) }),
  'what came': (random) => ({ unit: unitOf(random), column: 'RECEIVED' }),
  'what was made': (random) => ({ unit: unitOf(random), column: 'GENERATED' }),
  'the oldest first': (random) => ({ unit: unitOf(random), sort: 'OLDEST_ARRIVAL' }),
  'what is red': (random) => ({ unit: unitOf(random), column: 'RECEIVED', filter: { unseen: true } }),
  'a type': (random) => ({ unit: unitOf(random), filter: { typeKey: random.pick(vocabulary.themes).key } }),
  'a number': (random) => {
    const { number, unitId } = municipalProcess(random.between(0, processes - 1), processes).process;
    return { unit: unitId, filter: { number } };
  },
};

console.log(`${describeMachine()}, MongoDB with a cache of 2 GB`);
const folder = join(findProjectRoot(), '.guiche', `bench-desk-${String(processes)}`);
await withTestServers(
  async ({ mongoUrl, mongoPid }) => {
    await generate(mongoUrl);
    const own = new URL(mongoUrl);
    own.pathname = '/process';
    const rig = await startRig({ settings: { MONGO_URL: own.href } });
    try {
      await tellOfUnits(rig);
      await measure(rig, mongoPid);
    } finally {
      await rig.stop();
    }
  },
  { folder, keep: values.keep, cacheGigabytes: 2 },
);

async function generate(url: string): Promise<void> {
  const startedAt = performance.now();
  let toldAt = startedAt;
  const connection = mongoose.createConnection(url, { dbName: 'process', autoIndex: false, autoCreate: false });
  await generateProcesses(connection, {
    count: processes,
    searchable: false,
    onProgress(done) {
      if (performance.now() - toldAt < 10_000) return;
      toldAt = performance.now();
      console.log(`${String(done)} of ${String(processes)} processes, ${((toldAt - startedAt) / 1_000).toFixed(0)} s`);
    },
  });
  const open = await connection.collection('placements').countDocuments({ unitId: 'unit-0', state: 'OPEN' });
  console.log(`${String(processes)} processes, ${String(open)} of them open in the largest unit`);
  await connection.close();
}

async function tellOfUnits({ say, service }: Rig): Promise<void> {
  for (const unitId of unitIds) {
    await say('guiche.identity.v1.UnitChanged', { unitId, municipalityId: benchMunicipality, name: unitId, acronym: unitId, email: `${unitId}@example.com`, active: true }, unitId);
  }
  const units = service.parts.connection.collection('units');
  await waitFor(async () => (await units.countDocuments()) >= unitIds.length, { describe: 'the units', timeoutMs: 60_000 });
}

async function measure(rig: Rig, mongoPid: number): Promise<void> {
  const ask = rig.as({ kind: 'staff', staffId: 'staff-00000001', municipalityId: benchMunicipality, unitIds, roles: ['clerk'], sessionId: 'session' });
  const timed = async (document: string, variables: Asked): Promise<{ ms: number; listed: Listed['unitProcesses'] }> => {
    const startedAt = performance.now();
    const { data, errors } = await ask<Listed>(document, { first: pageSize, ...variables });
    const ms = performance.now() - startedAt;
    if (data == null || errors.length > 0) throw new Error(JSON.stringify(errors));
    return { ms, listed: data.unitProcesses };
  };
  for (let warmUp = 0; warmUp < pagesOfAKind; warmUp += 1) await timed(page, { unit: unitOf(randomFrom(warmUp)) });

  const all: number[] = [];
  const [ownCpu, mongoCpu] = [cpuWatch([process.pid]), cpuWatch([mongoPid])];
  for (const [kind, make] of Object.entries(kinds)) {
    const random = randomFrom(20_261_121);
    const durations: number[] = [];
    let rows = 0;
    for (let asked = 0; asked < pagesOfAKind; asked += 1) {
      const variables = make(random);
      const first = await timed(page, variables);
      const after = first.listed.edges.at(-1)?.cursor;
      const second = after === undefined ? first : await timed(page, { ...variables, after });
      durations.push(first.ms, second.ms);
      rows += first.listed.edges.length;
    }
    all.push(...durations);
    console.log(`${kind.padEnd(20)} ${tellDurations(durations)}, ${(rows / pagesOfAKind).toFixed(0)} on the first page`);
  }
  const perPage = (ms: number): string => (ms / all.length).toFixed(1);
  console.log(`${'all'.padEnd(20)} ${tellDurations(all)}, wanted p95 under ${String(wantedMs)} ms`);
  console.log(`CPU time of a page: ${perPage(ownCpu())} ms in the process (caller included), ${perPage(mongoCpu())} ms in MongoDB`);
  if (quantile(all, 0.95) >= wantedMs) process.exitCode = 1;

  const counted: number[] = [];
  const random = randomFrom(7);
  for (let asked = 0; asked < pagesOfAKind; asked += 1) counted.push((await timed(counts, { unit: unitOf(random) })).ms);
  console.log(`${'counts and totals'.padEnd(20)} ${tellDurations(counted)}`);
}
