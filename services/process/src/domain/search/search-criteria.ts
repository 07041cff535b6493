import { searchErrors } from './errors.ts';
import { filterTerms, headingTerm, processTerm } from './entry-terms.ts';
import type { SearchFilters } from './entry-terms.ts';
import type { AccessClass, SearchKind } from './search-entry.ts';
import type { SearchText } from './search-text.ts';
import type { Stem } from './stem.ts';

/** Who searches; nothing outside it influences results, order, counts or cursors. */
export type SearchAudience =
  | {
      readonly kind: 'public';
      readonly municipalityId: string;
      /** Cut-off date (Data de Corte): content of earlier documents is not searched (PS-02). */
      readonly contentSince: Date | null;
    }
  /** `readers` are the `readerKeys` of a member of staff. */
  | { readonly kind: 'staff'; readonly municipalityId: string; readonly readers: readonly string[] };

export type SearchOrder = 'RELEVANCE' | 'NEWEST' | 'OLDEST';

/** What is looked for, ready for the index: all terms of both lists and all phrases must be there. */
export interface SearchCriteria {
  readonly audience: SearchAudience;
  readonly words: readonly string[];
  readonly filters: readonly string[];
  readonly phrases: readonly (readonly string[])[];
  /** Any of these; none means all. */
  readonly kinds: readonly SearchKind[];
  readonly dates: { readonly from: Date | null; readonly before: Date | null };
  readonly order: SearchOrder;
}

interface Search {
  readonly audience: SearchAudience;
  readonly text: SearchText;
  readonly filters: SearchFilters;
  readonly dates: SearchCriteria['dates'];
  readonly order: SearchOrder;
}

/** Puts a search together. Throws `SEARCH_EMPTY` when nothing in it narrows anything. */
export function searchCriteria({ audience, text, filters, dates, order }: Search, stem: Stem): SearchCriteria {
  const narrowing = filterTerms(filters, stem);
  if (text.terms.length + narrowing.length === 0) throw searchErrors.SEARCH_EMPTY();
  return { audience, words: text.terms, filters: narrowing, phrases: text.phrases, kinds: filters.kinds, dates, order };
}

/** A part of the results that comes before the next one as a whole; within each, the date decides. */
export interface Tier {
  readonly terms: readonly string[];
  /** Whatever has all of these is in an earlier tier. */
  readonly without: readonly string[];
}

/** By relevance, what is about all the words comes before what only mentions them. */
export function tiersOf({ words, filters, kinds, order }: SearchCriteria): readonly Tier[] {
  const onlyProcesses = kinds.length === 1 && kinds[0] === 'PROCESS';
  const all = { terms: [...(onlyProcesses ? words.map(processTerm) : words), ...filters], without: [] };
  if (order !== 'RELEVANCE' || words.length === 0) return [all];
  const about = words.map(headingTerm);
  return [{ terms: [...about, ...filters], without: [] }, { ...all, without: about }];
}

/** The classes of entries an audience may find anything of. */
export function accessClassesOf(audience: SearchAudience): readonly AccessClass[] {
  return audience.kind === 'public' ? ['LISTED_ONLY', 'PUBLIC_CONTENT'] : ['INTERNAL', 'LISTED_ONLY', 'PUBLIC_CONTENT'];
}
