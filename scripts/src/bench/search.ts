// `npm run bench -- search [--processes=200000] [--keep]`: how long searches take in a city hall of that many processes
// with five documents each, through the repository that the service searches by. A run that was broken off goes on;
// `--keep` leaves the database for the next run.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import mongoose from 'mongoose';
import type { Connection } from 'mongoose';
import { createPortugueseStem } from '../../../services/process/src/adapters/language/portuguese-stem.ts';
import { searchRepository } from '../../../services/process/src/adapters/mongo/search/search-repository.ts';
import { searchCriteria } from '../../../services/process/src/domain/search/search-criteria.ts';
import type { SearchAudience, SearchCriteria } from '../../../services/process/src/domain/search/search-criteria.ts';
import { parseSearchText } from '../../../services/process/src/domain/search/search-text.ts';
import type { FoundEntry } from '../../../services/process/src/domain/search/found-entry.ts';
import { snippetOf } from '../../../services/process/src/domain/search/snippet.ts';
import type { SearchRepository } from '../../../services/process/src/use-cases/search/search-repository.ts';
import { startPrivateMongod } from '../infrastructure/infrastructure.ts';
import { findProjectRoot, localFolderIn } from '../infrastructure/local-folder.ts';
import { loadOrCreateSecrets } from '../infrastructure/secrets.ts';
import { tellDurations } from './durations.ts';
import { describeMachine } from './machine.ts';
import { generateProcesses } from './municipal-data/generate-processes.ts';
import { benchMunicipality, municipalProcess } from './municipal-data/municipal-process.ts';
import { randomFrom } from './municipal-data/random.ts';
import { searchKinds } from './municipal-data/searches.ts';
import type { Asked } from './municipal-data/searches.ts';

const searchesOfAKind = 200;
const numberSearches = 1_000;
const pageSize = 30;
const cacheGigabytes = 2;

const { values } = parseArgs({
  options: { processes: { type: 'string', default: '200000' }, keep: { type: 'boolean', default: false } },
});
const processes = Number(values.processes);
const everybody: SearchAudience = { kind: 'public', municipalityId: benchMunicipality, contentSince: null };
const stem = createPortugueseStem();

console.log(`${describeMachine()}, MongoDB with a cache of ${String(cacheGigabytes)} GB`);
const { cacheFolder } = localFolderIn(join(findProjectRoot(), '.guiche'));
const folder = join(findProjectRoot(), '.guiche', `bench-search-${String(processes)}`);
const secrets = await loadOrCreateSecrets(join(folder, 'secrets.json'));
const mongo = await startPrivateMongod({ folder, logFolder: folder, cacheFolder, secrets, cacheGigabytes });
try {
  // No limit on how long an answer takes: building an index of a hundred million terms takes minutes.
  const connection = mongoose.createConnection(mongo.url, { dbName: 'process', autoIndex: false, autoCreate: false });
  await generate(connection);
  await measureWords(connection);
  await measureNumbers(connection);
  await connection.close();
} finally {
  await mongo.stop();
  if (!values.keep) await rm(folder, { recursive: true, force: true });
}

async function generate(connection: Connection): Promise<void> {
  const startedAt = performance.now();
  let toldAt = startedAt;
  await generateProcesses(connection, {
    count: processes,
    onProgress(done) {
      if (performance.now() - toldAt < 10_000 && done < processes) return;
      toldAt = performance.now();
      const { heapUsed } = process.memoryUsage();
      console.log(`${String(done)} of ${String(processes)} processes, ${seconds(toldAt - startedAt)} s, ${(heapUsed / 2 ** 20).toFixed(0)} MB`);
    },
  });
  const entries = await connection.collection('search_entries').estimatedDocumentCount();
  console.log(`${String(processes)} processes, ${String(entries)} entries, ready after ${seconds(performance.now() - startedAt)} s`);
}

async function measureWords(connection: Connection): Promise<void> {
  const repository = searchRepository(connection);
  const mixed: number[] = [];
  let refused = 0;
  for (const [kind, { share, make }] of Object.entries(searchKinds)) {
    const random = randomFrom(20_261_121);
    const durations: number[] = [];
    let found = 0;
    for (let index = 0; index < searchesOfAKind; index += 1) {
      const asked = make(random);
      const startedAt = performance.now();
      const text = parseSearchText(asked.text, stem);
      const items = await pageOf(repository, criteriaOf(asked));
      for (const { body } of items ?? []) snippetOf(body, text, stem);
      durations.push(performance.now() - startedAt);
      found += items?.length ?? 0;
      refused += items === undefined ? 1 : 0;
    }
    // Of each kind as many as its share, so that the mix is what a day brings.
    mixed.push(...durations.slice(0, share * 2));
    console.log(`${kind.padEnd(32)} ${tellDurations(durations)}, ${(found / searchesOfAKind).toFixed(0)} results a page`);
  }
  console.log(`${'searches as a day brings them'.padEnd(32)} ${tellDurations(mixed)}; ${String(refused)} refused as too broad`);

  const summaries: number[] = [];
  const random = randomFrom(7);
  for (let index = 0; index < searchesOfAKind; index += 1) {
    const criteria = criteriaOf((searchKinds['words of one theme'] ?? fail()).make(random));
    const startedAt = performance.now();
    await repository.summary(criteria);
    summaries.push(performance.now() - startedAt);
  }
  console.log(`${'counts and facets'.padEnd(32)} ${tellDurations(summaries)}`);
}

/** Undefined for a search that is refused because it would take too long. */
async function pageOf(repository: SearchRepository, criteria: SearchCriteria): Promise<readonly FoundEntry[] | undefined> {
  try {
    return (await repository.page(criteria, { size: pageSize, direction: 'forward', cursor: undefined })).items;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SEARCH_TOO_BROAD') return undefined;
    throw error;
  }
}

function criteriaOf({ text, filters, from, order }: Asked): SearchCriteria {
  const dates = { from, before: null };
  return searchCriteria({ audience: everybody, text: parseSearchText(text, stem), filters, dates, order }, stem);
}

async function measureNumbers(connection: Connection): Promise<void> {
  const repository = searchRepository(connection);
  const random = randomFrom(11);
  const durations: number[] = [];
  for (let index = 0; index < numberSearches; index += 1) {
    const { number } = municipalProcess(random.between(0, processes - 1), processes).process;
    const startedAt = performance.now();
    const { numberKey } = parseSearchText(number.replace(/\W/g, ' ').toLowerCase(), stem);
    await repository.byNumber(everybody, numberKey ?? fail());
    durations.push(performance.now() - startedAt);
  }
  console.log(`${'by number'.padEnd(32)} ${tellDurations(durations)}`);
}

function seconds(ms: number): string {
  return (ms / 1_000).toFixed(0);
}

function fail(): never {
  throw new Error('This is not as the bench expects it');
}
