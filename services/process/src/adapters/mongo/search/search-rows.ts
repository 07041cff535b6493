import { entryTerms } from '../../../domain/search/entry-terms.ts';
import { numberKey } from '../../../domain/numbers/number-mask.ts';
import type { SearchEntry } from '../../../domain/search/search-entry.ts';
import type { Stem } from '../../../domain/search/stem.ts';
import { entryPlace } from './entry-place.ts';
import type { SearchBodyRow, SearchEntryRow } from './search-entry-row.ts';

/** The rows of one entry. */
export function searchRows(entry: SearchEntry, stem: Stem): { entry: SearchEntryRow; body: SearchBodyRow | null } {
  const { id, body, readers: _, ...shown } = entry;
  const _id = `${id}:${entry.accessClass}`;
  return {
    entry: { _id, entryId: id, ...shown, place: entryPlace(entry.date, _id), numberKeys: numberKeysOf(entry), terms: entryTerms(entry, stem) },
    body: body === '' ? null : { _id, entryId: id, body },
  };
}

/** PT-20: the whole number, and its digits for those who leave the letters out; a document by its own number only. */
function numberKeysOf({ kind, processNumber, documentNumber }: SearchEntry): string[] {
  const number = kind === 'PROCESS' ? processNumber : (documentNumber ?? '');
  const key = numberKey(number);
  return [...new Set([key, key.replace(/\D/g, '').replace(/^0+/, '')])].filter((candidate) => candidate !== '');
}

/** The keys to look for when somebody types `key`. */
export function numberKeysWanted(key: string): string[] {
  return [...new Set([key, key.replace(/^0+/, '')])];
}
