import { searchErrors } from './errors.ts';
import { filterTerms, headingTerm } from './entry-terms.ts';
import type { SearchFilters } from './entry-terms.ts';
import type { AccessClass } from './search-entry.ts';
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
  | { readonly kind: 'staff'; readonly municipalityId: string; readonly readers: readonly string[] };

export type SearchOrder = 'RELEVANCE' | 'NEWEST' | 'OLDEST';

/** A search, ready for the index. All of `terms` must be there. */
export interface SearchCriteria {
  readonly audience: SearchAudience;
  readonly terms: readonly string[];
  /** Entries with all of these come first in the order of relevance; empty when every entry is as relevant. */
  readonly headingTerms: readonly string[];
  readonly phrases: readonly (readonly string[])[];
  readonly kinds: SearchFilters['kinds'];
  readonly dates: { readonly from: Date | null; readonly before: Date | null };
  readonly order: SearchOrder;
}

/** Puts a search together. Throws `SEARCH_EMPTY` when nothing in it narrows anything. */
export function searchCriteria(
  search: {
    readonly audience: SearchAudience;
    readonly text: SearchText;
    readonly filters: SearchFilters;
    readonly dates: SearchCriteria['dates'];
    readonly order: SearchOrder;
  },
  stem: Stem,
): SearchCriteria {
  const { audience, text, filters, dates, order } = search;
  const terms = [...text.terms, ...filterTerms(filters, stem)];
  if (terms.length === 0) throw searchErrors.SEARCH_EMPTY();
  const headingTerms = order === 'RELEVANCE' ? text.terms.map(headingTerm) : [];
  return { audience, terms, headingTerms, phrases: text.phrases, kinds: filters.kinds, dates, order };
}

/** The classes of entries an audience may find anything of. */
export function accessClassesOf(audience: SearchAudience): readonly AccessClass[] {
  return audience.kind === 'public' ? ['LISTED_ONLY', 'PUBLIC_CONTENT'] : ['INTERNAL', 'LISTED_ONLY', 'PUBLIC_CONTENT'];
}
