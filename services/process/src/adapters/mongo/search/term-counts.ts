import type { Connection } from 'mongoose';
import type { AccessClass } from '../../../domain/search/search-entry.ts';
import type { SearchEntryRow, SearchTermRow } from './search-entry-row.ts';

/** One entry in this many is counted, for this many: enough to tell common terms from rare ones. */
const sampleOf = 16;

/** How often each term occurs, about; only to begin a search with its rarest term, never shown to anybody. */
export function termCounts(connection: Connection) {
  const terms = connection.model<SearchTermRow>('SearchTerm');
  return {
    /** Notes what an update of the index took away and brought. Not in its transaction: all would meet at common terms. */
    async note(removed: readonly SearchEntryRow[], added: readonly SearchEntryRow[]): Promise<void> {
      const changes = new Map<string, number>();
      countSampled(changes, removed, -1);
      countSampled(changes, added, 1);
      const updates = [...changes]
        .filter(([, change]) => change !== 0)
        .map(([_id, change]) => ({ updateOne: { filter: { _id }, update: { $inc: { entries: change } }, upsert: true } }));
      if (updates.length > 0) await terms.bulkWrite(updates, { ordered: false });
    },

    /** Puts lists of these terms into order, rarest first. A term that was never counted is rare. */
    async rarestFirst(
      { municipalityId, classes }: { municipalityId: string; classes: readonly AccessClass[] },
      wanted: readonly string[],
    ): Promise<(terms: readonly string[]) => string[]> {
      const ids = classes.flatMap((accessClass) => wanted.map((term) => termId({ municipalityId, accessClass }, term)));
      const rows = wanted.length < 2 ? [] : await terms.find({ _id: { $in: ids } }).lean<SearchTermRow[]>();
      const counts = new Map(rows.map(({ _id, entries }) => [_id, entries]));
      const entriesWith = (term: string): number =>
        classes.reduce((sum, accessClass) => sum + (counts.get(termId({ municipalityId, accessClass }, term)) ?? 0), 0);
      return (list) => [...list].sort((left, right) => entriesWith(left) - entriesWith(right));
    },
  };
}

/** Adds the terms of the sampled ones among some rows to `counts`. */
export function countSampled(counts: Map<string, number>, rows: readonly SearchEntryRow[], sign: 1 | -1): void {
  for (const row of rows.filter(({ _id }) => isSampled(_id))) {
    for (const term of row.terms) {
      const id = termId(row, term);
      counts.set(id, (counts.get(id) ?? 0) + sign * sampleOf);
    }
  }
}

function termId({ municipalityId, accessClass }: { municipalityId: string; accessClass: AccessClass }, term: string): string {
  return `${municipalityId}/${accessClass}/${term}`;
}

/** The same rows every time, so that what was counted is what is taken back. */
function isSampled(id: string): boolean {
  let hash = 0;
  for (let index = 0; index < id.length; index += 1) hash = (Math.imul(hash, 31) + id.charCodeAt(index)) | 0;
  return (hash >>> 0) % sampleOf === 0;
}
