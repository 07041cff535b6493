import { inSession } from '@guiche/kit/mongo';
import type { ClientSession, Connection } from 'mongoose';
import type { Stem } from '../../../domain/search/stem.ts';
import type { SearchIndex } from '../../../use-cases/search/search-repository.ts';
import type { SearchBodyRow, SearchEntryRow, SearchSourceRow } from './search-entry-row.ts';
import { searchRows } from './search-rows.ts';
import { termCounts } from './term-counts.ts';

/** Writes the index in the caller's transaction, so that no search sees half of a change. */
export function searchIndex(connection: Connection, session: ClientSession | undefined, stem: Stem): SearchIndex {
  const sources = connection.model<SearchSourceRow>('SearchSource');
  const entries = connection.model<SearchEntryRow>('SearchEntry');
  const bodies = connection.model<SearchBodyRow>('SearchBody');
  const counts = termCounts(connection);
  const options = inSession(session);
  return {
    async put({ id, version }, found) {
      const known = await sources.findById(id, null, options).lean<SearchSourceRow>();
      if (known !== null && known.version >= version) return;
      const before = await entries.find({ entryId: id }, null, options).lean<SearchEntryRow[]>();
      const rows = found.map((entry) => searchRows(entry, stem));
      const after = rows.map(({ entry }) => entry);
      await sources.updateOne({ _id: id }, { $set: { version } }, { ...options, upsert: true });
      await entries.deleteMany({ entryId: id }, options);
      await bodies.deleteMany({ entryId: id }, options);
      await entries.insertMany(after, options);
      await bodies.insertMany(rows.flatMap(({ body }) => (body === null ? [] : [body])), options);
      await counts.note(before, after);
    },
  };
}
