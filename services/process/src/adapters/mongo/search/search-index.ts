import { inSession } from '@guiche/kit/mongo';
import type { ClientSession, Connection } from 'mongoose';
import type { Stem } from '../../../domain/search/stem.ts';
import type { SearchIndex, SearchSource } from '../../../use-cases/search/ports.ts';
import type { DocumentRow } from '../documents/document-row.ts';
import type { ProcessRow } from '../processes/process-row.ts';
import type { SearchBodyRow, SearchEntryRow, SearchSourceRow } from './search-entry-row.ts';
import { searchRows } from './search-rows.ts';
import { termCounts } from './term-counts.ts';

/**
 * Writes the index in the caller's transaction, so that no search sees half of a change; two at once for the same thing
 * collide at its source, and the later one starts again from what is there then.
 */
export function searchIndex(connection: Connection, session: ClientSession | undefined, stem: Stem): SearchIndex {
  const sources = connection.model<SearchSourceRow>('SearchSource');
  const entries = connection.model<SearchEntryRow>('SearchEntry');
  const bodies = connection.model<SearchBodyRow>('SearchBody');
  const counts = termCounts(connection);
  const options = inSession(session);
  const idsWhere = async (model: 'Document' | 'Process', filter: object): Promise<string[]> =>
    (await connection.model<DocumentRow | ProcessRow>(model).find(filter, { _id: 1 }, options).lean<{ _id: string }[]>()).map(({ _id }) => _id);

  const source: SearchIndex['source'] = async (id) => {
    const row = await sources.findById(id, null, options).lean<SearchSourceRow>();
    return row === null ? undefined : sourceOf(row);
  };

  return {
    source,

    async sources(ids) {
      if (ids.length === 0) return [];
      return (await sources.find({ _id: { $in: [...ids] } }, null, options).lean<SearchSourceRow[]>()).map(sourceOf);
    },

    async put({ id, version, facts, textSearch }, found) {
      const known = await source(id);
      if (known !== undefined && known.version >= version) return;
      const before = await entries.find({ entryId: id }, null, options).lean<SearchEntryRow[]>();
      const rows = found.map((entry) => searchRows(entry, stem));
      const after = rows.map(({ entry }) => entry);
      await sources.updateOne({ _id: id }, { $set: { version, facts, textSearch } }, { ...options, upsert: true });
      await entries.deleteMany({ entryId: id }, options);
      await bodies.deleteMany({ entryId: id }, options);
      await entries.insertMany(after, options);
      await bodies.insertMany(rows.flatMap(({ body }) => (body === null ? [] : [body])), options);
      await counts.note(before, after);
    },

    async bodyOf(id) {
      return (await bodies.findOne({ entryId: id }, null, options).lean<SearchBodyRow>())?.body;
    },

    documentIdsOf: (processId) => idsWhere('Document', { processId }),
    annexedTo: (processId) => idsWhere('Process', { annexedToId: processId }),
    async idsAfter(kind, after, atMost) {
      const model = connection.model<DocumentRow | ProcessRow>(kind === 'process' ? 'Process' : 'Document');
      const rows = await model.find({ _id: { $gt: after } }, { _id: 1 }, options).sort({ _id: 1 }).limit(atMost).lean<{ _id: string }[]>();
      return rows.map(({ _id }) => _id);
    },
  };
}

function sourceOf({ _id: id, version, facts, textSearch }: SearchSourceRow): SearchSource {
  return { id, version, facts, textSearch: textSearch ?? undefined };
}
