import { prepareCollections } from '@guiche/kit/mongo';
import type { Connection } from 'mongoose';
import { createPortugueseStem } from '../../../../services/process/src/adapters/language/portuguese-stem.ts';
import { registerModels } from '../../../../services/process/src/adapters/mongo/register-models.ts';
import { searchRows } from '../../../../services/process/src/adapters/mongo/search/search-rows.ts';
import { countSampled } from '../../../../services/process/src/adapters/mongo/search/term-counts.ts';
import { entriesOfDocument, entriesOfProcess } from '../../../../services/process/src/domain/search/entries-of.ts';
import type { SearchEntry } from '../../../../services/process/src/domain/search/search-entry.ts';
import { municipalProcess } from './municipal-process.ts';
import type { MunicipalProcess } from './municipal-process.ts';

interface Row {
  readonly _id: string;
}

const batchSize = 200;
const quickly = { ordered: false, writeConcern: { w: 1, journal: false } } as const;

/**
 * Writes processes with their documents, movements, placements and search entries straight into a database, in the
 * rows of the service. Goes on where a run that was broken off stopped; indexes are built at the end, which is quicker.
 * Without `searchable` there are no search entries, which take most of the time and space.
 */
export async function generateProcesses(
  connection: Connection,
  { count, searchable = true, onProgress }: { count: number; searchable?: boolean; onProgress: (done: number) => void },
): Promise<void> {
  registerModels(connection);
  const progress = connection.collection<{ _id: string; next: number }>('bench_progress');
  const stem = createPortugueseStem();
  let next = (await progress.findOne({ _id: 'processes' }))?.next ?? 0;
  let written = Promise.resolve();
  while (next < count) {
    const indexes = Array.from({ length: Math.min(batchSize, count - next) }, (_, offset) => next + offset);
    const processes = indexes.map((index) => municipalProcess(index, count));
    const entries = (searchable ? processes : []).flatMap(entriesOf).map((entry) => searchRows(entry, stem));
    const counts = new Map<string, number>();
    countSampled(counts, entries.map(({ entry }) => entry), 1);
    next += indexes.length;
    const after = next;
    await written;
    written = (async () => {
      await Promise.all([
        insert(connection, 'processes', processes.map(({ process }) => rowOf(process))),
        insert(connection, 'documents', processes.flatMap(({ documents }) => documents.map(({ document }) => rowOf(document)))),
        insert(connection, 'placements', processes.flatMap(({ placements }) => placements.map(rowOf))),
        insert(connection, 'movements', processes.flatMap(({ movements }) => movements.map(rowOf))),
        insert(connection, 'search_entries', entries.map(({ entry }) => entry)),
        insert(connection, 'search_bodies', entries.flatMap(({ body }) => (body === null ? [] : [body]))),
      ]);
      await addCounts(connection, counts);
      await progress.updateOne({ _id: 'processes' }, { $set: { next: after } }, { upsert: true });
      onProgress(after);
    })();
  }
  await written;
  await prepareCollections(connection);
}

function entriesOf({ process, parties, documents }: MunicipalProcess): SearchEntry[] {
  const published = { process, annexedTo: null };
  return [...entriesOfProcess(published, parties), ...documents.flatMap(({ document, text }) => entriesOfDocument(document, published, text))];
}

function rowOf<Thing extends { readonly id: string }>({ id, ...rest }: Thing): Omit<Thing, 'id'> & Row {
  return { _id: id, ...rest };
}

/** Rows that an earlier run wrote stay: they are the same. */
async function insert(connection: Connection, collection: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  try {
    await connection.collection<Row>(collection).insertMany([...rows], quickly);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 11_000)) throw error;
  }
}

async function addCounts(connection: Connection, counts: ReadonlyMap<string, number>): Promise<void> {
  const updates = [...counts].map(([_id, change]) => ({ updateOne: { filter: { _id }, update: { $inc: { entries: change } }, upsert: true } }));
  if (updates.length > 0) await connection.collection<{ _id: string; entries: number }>('search_terms').bulkWrite(updates, quickly);
}
